import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { maxRecentFiles } from '../../preload/contract/opened-files.ts';
import type { RecentFilesShown } from '../../preload/contract/opened-files.ts';
import { epochMs } from '../../preload/contract/text.ts';
import type { Clock } from '../clock.ts';
import { readDispensable } from '../files/stored-file.ts';
import type { OpenStoredFile } from '../files/stored-file.ts';
import type { Log } from '../log.ts';
import { cleanText } from '../portal/wire/text.ts';

/** An honest file has less than 4 kB. */
const maxBytes = 131_072;
/** A folder on a network that is gone is not waited for longer. */
const lookLimitMs = 1_000;

const stored = z.strictObject({
  version: z.literal(1),
  remembers: z.boolean(),
  /** Places only: no password, no content, nothing that was found inside. */
  files: z
    .array(z.strictObject({ path: z.string().min(1).max(4096), openedAt: epochMs }))
    .max(maxRecentFiles),
});
type Remembered = { id: string; path: string; openedAt: number };

/** The files that were opened from disk, the latest first. */
export type RecentFiles = {
  /** @param path absolute */
  add: (path: string) => void;
  /** The place of one of them; null when it is no longer among them. */
  pathOf: (id: string) => string | null;
  /** What a person sees of them; asks the disk whether they are still there. */
  list: () => Promise<RecentFilesShown>;
  /** Their names, for the menu. */
  names: () => { id: string; name: string }[];
  clear: () => void;
  /** Off forgets them all, and keeps none from now on. */
  setRemembers: (remembers: boolean) => void;
};

export type RecentFilesOptions = {
  /** The profile folder, absolute. */
  directory: string;
  openFile: OpenStoredFile;
  clock: Clock;
  log: Log;
  /** The system's own list of recent documents. */
  system: { add: (path: string) => void; clear: () => void };
  changed: () => void;
};

const shown = (text: string): string => cleanText(text, 255) || '?';

/** Reads `recent-files.json`. One that can't be read is worth little, and makes room for the next. */
export function openRecentFiles(options: RecentFilesOptions): RecentFiles {
  const { directory, openFile, clock, log, system, changed } = options;
  const path = join(directory, 'recent-files.json');
  const file = openFile(path);
  let { remembers, files } = load();

  function load(): { remembers: boolean; files: Remembered[] } {
    const read = readDispensable(path, { file, schema: stored, maxBytes, log });
    if (read === null) return { remembers: true, files: [] };
    return { ...read, files: read.files.map((one) => ({ ...one, id: randomUUID() })) };
  }

  function keep(next: readonly Remembered[]): void {
    files = [...next];
    changed();
    try {
      const places = files.map(({ path, openedAt }) => ({ path, openedAt }));
      file.write({ version: 1, remembers, files: places });
    } catch (cause) {
      log.warn('recent files not written', { cause });
    }
  }

  async function isThere(path: string): Promise<boolean> {
    try {
      await stat(path);
      return true;
    } catch {
      return false;
    }
  }

  /** One after another: a place that does not answer must not hold more than one of Node's four threads. */
  async function lookForAll(found: Map<string, boolean>): Promise<void> {
    for (const { id, path } of files) found.set(id, await isThere(path));
  }

  return {
    add: (path) => {
      if (!remembers || path.length > 4096) return;
      system.add(path);
      const one = { id: randomUUID(), path, openedAt: clock.now() };
      keep([one, ...files.filter((other) => other.path !== path)].slice(0, maxRecentFiles));
    },
    pathOf: (id) => files.find((one) => one.id === id)?.path ?? null,
    names: () => files.map(({ id, path }) => ({ id, name: shown(basename(path)) })),
    list: async () => {
      const found = new Map<string, boolean>();
      await Promise.race([lookForAll(found), clock.sleep(lookLimitMs)]);
      const list = files.map(({ id, path, openedAt }) => ({
        id,
        name: shown(basename(path)),
        folder: shown(basename(dirname(path)) || dirname(path)),
        openedAt,
        // Where the disk has not answered, trying is the better answer.
        isThere: found.get(id) ?? true,
      }));
      return { remembers, files: list };
    },
    clear: () => {
      system.clear();
      keep([]);
    },
    setRemembers: (next) => {
      remembers = next;
      if (!next) system.clear();
      keep(next ? files : []);
    },
  };
}
