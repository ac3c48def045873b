import { basename } from 'node:path';
import type { Handlers } from '../../preload/contract.ts';
import type { OpenedFile } from '../../preload/contract/opened-files.ts';
import { failure, isFailure } from '../failure.ts';
import type { HeldFiles } from '../files/files.ts';
import { loadFile } from '../files/load-file.ts';
import type { Emit } from '../ipc/connect.ts';
import { cleanText } from '../portal/wire/text.ts';
import type { RecentFiles } from './recent-files.ts';

type OwnHandlers = Pick<
  Handlers,
  | 'files.takeOpened'
  | 'files.openRecent'
  | 'files.listRecent'
  | 'files.clearRecent'
  | 'files.rememberRecent'
>;

/** Files that come from outside the page: by double click, from the command line, the menu, the list of recent ones. */
export type OpenedFiles = {
  /**
   * Offers the first of these files to the page, which takes it when it is there; the others are put among the recent
   * ones, in their order.
   *
   * @param paths absolute
   */
  open: (paths: readonly string[]) => void;
  /** The same for one of the recent files. */
  openRecent: (id: string) => void;
  /** The same for a file that the person chooses now. */
  choose: () => Promise<void>;
  handlers: OwnHandlers;
};

export type OpenedFilesOptions = {
  files: Pick<HeldFiles, 'handlers'>;
  recent: RecentFiles;
  /** Asks in a dialog of the system's own: an absolute path, null when the person cancels. */
  askWhichFile: () => Promise<string | null>;
  emit: Emit;
};

/** Reads files from disk for the page, which gets a name and a handle and never a path. */
export function createOpenedFiles(options: OpenedFilesOptions): OpenedFiles {
  const { files, recent, askWhichFile, emit } = options;
  /** Path of the file that the page has not taken yet. Not read before: a page that starts lets go of all that is held. */
  let waiting: string | null = null;
  let isAsking = false;

  async function hold(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<OpenedFile> {
    try {
      return { outcome: 'held', file: await files.handlers['files.open']({ name, bytes }) };
    } catch (cause) {
      if (!isFailure(cause, 'busy', 'too-large')) throw cause;
      return { outcome: 'refused', name, why: 'too-many' };
    }
  }

  async function read(path: string): Promise<OpenedFile> {
    const name = cleanText(basename(path), 255) || '?';
    const loaded = await loadFile(path);
    if (loaded.kind === 'too-large') return { outcome: 'refused', name, why: 'too-large' };
    if (loaded.kind === 'unreadable') return { outcome: 'refused', name, why: loaded.why };
    const opened = await hold(name, new Uint8Array(loaded.bytes));
    recent.add(path);
    return opened;
  }

  function open(paths: readonly string[]): void {
    const [first, ...others] = paths;
    if (first === undefined) return;
    // From the last to the first, so that they are listed in the order in which they were named.
    for (const path of others.toReversed()) recent.add(path);
    waiting = first;
    emit('file.opened', null);
  }

  const placeOf = (id: string): string => {
    const path = recent.pathOf(id);
    if (path === null) throw failure('file-gone');
    return path;
  };

  return {
    open,
    openRecent: (id) => {
      const path = recent.pathOf(id);
      if (path !== null) open([path]);
    },
    choose: async () => {
      // One dialog at a time, however often the keys are pressed.
      if (isAsking) return;
      isAsking = true;
      try {
        const path = await askWhichFile();
        if (path !== null) open([path]);
      } finally {
        isAsking = false;
      }
    },
    handlers: {
      'files.takeOpened': async () => {
        const path = waiting;
        waiting = null;
        return path === null ? null : read(path);
      },
      'files.openRecent': ({ id }) => read(placeOf(id)),
      'files.listRecent': recent.list,
      'files.clearRecent': () => {
        recent.clear();
        return recent.list();
      },
      'files.rememberRecent': ({ remembers }) => {
        recent.setRemembers(remembers);
        return recent.list();
      },
    },
  };
}
