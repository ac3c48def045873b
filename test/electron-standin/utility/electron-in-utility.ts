import { guarded, notImplemented } from '../core/guard.ts';

/** What `require('electron')` is in a utility process: `net` alone works here, by Node's fetch. */
const net = guarded('net', {
  fetch: (input: string | Request, init?: RequestInit) => fetch(input, init),
  isOnline: () => true,
  request: () => {
    throw notImplemented('net.request');
  },
});

const electron = guarded('electron', { net });
export default electron;
export { electron as 'module.exports', net };
