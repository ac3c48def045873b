import type { Shell } from 'electron';
import { record } from '../core/calls.ts';
import { guarded } from '../core/guard.ts';

type ShellApi = Pick<
  Shell,
  'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem' | 'beep'
>;

/** `shell`: nothing is opened; the calls are recorded. */
export const shell: ShellApi = guarded('shell', {
  openExternal(url: string) {
    record('shell.openExternal', url);
    return Promise.resolve();
  },
  openPath(path: string) {
    record('shell.openPath', path);
    return Promise.resolve('');
  },
  showItemInFolder: (path: string) => record('shell.showItemInFolder', path),
  trashItem(path: string) {
    record('shell.trashItem', path);
    return Promise.resolve();
  },
  beep: () => record('shell.beep'),
});
