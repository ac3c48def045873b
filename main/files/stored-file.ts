import { renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Log } from '../log.ts';

/** A small JSON file that is written whole and atomically: the old text or the new one, never half of it. */
type StoredFile = {
  /** What the file holds; throws when it can't be read or is not JSON. */
  read: () => unknown;
  /** Throws when it can't be written. */
  write: (value: Record<string, unknown>) => void;
};

/** Opens a file by its absolute path, without making it. `compact` is for what is large and read by nobody. */
export type OpenStoredFile = (path: string, layout?: 'compact') => StoredFile;

/** Is there a file to be read, and is it of a size that is worth reading? Never throws. */
export function storedFileState(path: string, maxBytes: number): 'none' | 'readable' | 'damaged' {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return 'none';
    return stats.isFile() && stats.size <= maxBytes ? 'readable' : 'damaged';
  } catch {
    return 'damaged';
  }
}

/**
 * Reads a file that is worth nothing once it can't be read: what is known may be asked for again. One that is not as
 * the schema says makes room, because electron-store reads before it writes and would never get past it.
 * Never throws.
 *
 * @returns null when there is none, or none of use
 */
export function readDispensable<T>(
  path: string,
  options: { file: Pick<StoredFile, 'read'>; schema: z.ZodType<T>; maxBytes: number; log: Log },
): T | null {
  const { file, schema, maxBytes, log } = options;
  const state = storedFileState(path, maxBytes);
  if (state === 'none') return null;
  const name = basename(path, '.json');
  try {
    if (state === 'readable') return schema.parse(file.read());
    log.warn(`${name} is no file of ours`);
  } catch (cause) {
    log.warn(`${name} unreadable`, { cause });
  }
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (cause) {
    log.warn(`${name} can't be taken away`, { cause });
  }
  return null;
}

/**
 * Moves a file that can't be read out of the way, beside its old place, so that nothing of it is lost.
 *
 * @returns the new name without its folder; null when it could not be moved
 */
export function quarantine(path: string, now: number): string | null {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+Z$/gu, '');
  const name = `${basename(path, '.json')}.damaged-${stamp}.json`;
  try {
    renameSync(path, join(path, '..', name));
    return name;
  } catch {
    return null;
  }
}
