import { basename, dirname } from 'node:path';
import ElectronStore from 'electron-store';
import type { OpenStoredFile } from './stored-file.ts';

/**
 * A file kept by electron-store: written to a neighbour, synced and renamed over. Whatever is wrong with the
 * file is thrown, never cleared: what to do about it is the caller's to decide (main/settings.ts).
 */
export const openElectronStoreFile: OpenStoredFile = (path, layout) => {
  let opened: ElectronStore | null = null;
  // Opening reads the file, so a damaged one throws here and not later, out of a setter. Once is enough: of a list of
  // thousands, reading costs five times what writing does.
  const open = (): ElectronStore =>
    (opened ??= new ElectronStore({
      cwd: dirname(path),
      name: basename(path, '.json'),
      configFileMode: 0o600,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      ...(layout === 'compact' ? { serialize: (value) => JSON.stringify(value) } : {}),
    }));
  return {
    read: () => open().store,
    write: (value) => {
      open().store = value;
    },
  };
};
