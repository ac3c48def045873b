import { join } from 'node:path';
import { z } from 'zod';
import { epochMs, portalId } from '../../preload/contract/text.ts';
import type { Log } from '../log.ts';
import { readDispensable } from '../files/stored-file.ts';
import type { OpenStoredFile } from '../files/stored-file.ts';
import type { ToldReminder } from './reminders.ts';

/** An honest file has some hundred bytes for each certificate that ends soon. */
const maxBytes = 4_194_304;
const mostKept = 8192;

const storedReminders = z.strictObject({
  version: z.literal(1),
  /** Portal and person that the ids belong to. */
  owner: z.string().max(1024),
  told: z
    .array(
      z.strictObject({
        kind: z.enum(['expires', 'key-deleted']),
        certificateId: portalId,
        at: epochMs,
        days: z.number().int().positive(),
      }),
    )
    .max(mostKept),
});
const nobody: z.infer<typeof storedReminders> = { version: 1, owner: '', told: [] };

/** What people were reminded of, over restarts. */
export type ToldReminders = {
  get: (owner: string) => readonly ToldReminder[];
  keep: (owner: string, told: readonly ToldReminder[]) => void;
};

/**
 * Keeps it in `reminders.json`, for the person who was signed in last. A file that can't be read is written over: the
 * worst that comes of it is a reminder that is told twice.
 */
export function openToldReminders(options: {
  /** The profile folder, absolute. */
  directory: string;
  openFile: OpenStoredFile;
  log: Log;
}): ToldReminders {
  const { directory, openFile, log } = options;
  const path = join(directory, 'reminders.json');

  const file = openFile(path);
  const schema = storedReminders;
  let known = readDispensable(path, { file, schema, maxBytes, log }) ?? nobody;
  return {
    get: (owner) => (known.owner === owner ? known.told : []),
    keep: (owner, told) => {
      known = { version: 1, owner, told: told.slice(-mostKept) };
      try {
        file.write(known);
      } catch (cause) {
        log.warn('reminders not written', { cause });
      }
    },
  };
}
