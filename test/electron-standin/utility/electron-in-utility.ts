import { guarded } from '../core/guard.ts';

/** What `require('electron')` is in a utility process: `net` alone works here, by Node's fetch. */
export const electron = guarded('electron', {
  net: guarded('net', {
    fetch: (input: string | Request, init?: RequestInit) => fetch(input, init),
    isOnline: () => true,
  }),
});
