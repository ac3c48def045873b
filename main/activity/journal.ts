import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { activityEntry, activityLife, longestActivity } from '../../preload/contract/activity.ts';
import { epochMs, portalId } from '../../preload/contract/text.ts';
import { expectedError } from '../errors.ts';
import { quarantine, storedFileState } from '../files/stored-file.ts';
import type { OpenStoredFile } from '../files/stored-file.ts';
import type { Log } from '../log.ts';
import type { Notices } from '../notices.ts';

const maxBytes = 64 * 1_048_576;

/** A command of an entry, kept as long as one of the entry's commands is waiting. */
const keptCommand = z.strictObject({
  id: portalId,
  deviceId: portalId,
  requestedAt: epochMs,
  state: z.enum(['waiting', 'done', 'failed', 'cancelled', 'expired', 'unknown']),
  portalCode: z.string().max(512).nullable(),
});
export type KeptCommand = z.infer<typeof keptCommand>;

const keptEntry = activityEntry.extend({ commands: z.array(keptCommand).max(500) });
export type KeptEntry = z.infer<typeof keptEntry>;

const journalFile = z.strictObject({
  version: z.literal(1),
  entries: z.array(keptEntry).max(longestActivity),
});

/** Whose journal it is. The demo portal has another address at each start, and is one and the same to a person. */
export type JournalOwner = { origin: string; username: string; isDemo: boolean };

/** What one person did on one portal. Lives in memory and in a file of its own. */
export type Journal = {
  /** Oldest first. */
  entries: () => readonly KeptEntry[];
  add: (entry: KeptEntry) => void;
  /**
   * Puts a newer state in the place of the entry with its id. False when there is none: what has been cleared does
   * not come back.
   */
  replace: (entry: KeptEntry) => boolean;
  clear: () => void;
};

export type JournalOptions = {
  /** The profile folder, absolute. */
  directory: string;
  openFile: OpenStoredFile;
  notices: Notices;
  log: Log;
  /** Epoch ms. */
  now: () => number;
};

/**
 * The name of the file of that account: two accounts never share one, and the name tells nobody whose it is.
 */
export function journalName({ origin, username, isDemo }: JournalOwner): string {
  const whose = `${isDemo ? 'demo' : origin}\n${username.toLowerCase()}`;
  return `activity-${createHash('sha256').update(whose).digest('hex').slice(0, 32)}.json`;
}

/** Does this account have a journal on this computer already? */
export function hasJournal(directory: string, owner: JournalOwner): boolean {
  return storedFileState(join(directory, journalName(owner)), maxBytes) !== 'none';
}

/** What waits for something that ended with the app, such as an upload, will never be told how it went. */
const settled = (entry: KeptEntry): KeptEntry =>
  entry.state === 'waiting' && entry.commands.length === 0 ? { ...entry, state: 'unknown' } : entry;

/**
 * Opens the journal of an account; there is no file before there is an entry. A damaged one is moved aside under a
 * name that the person is told. The oldest entries go when there are more than 2,000, or when they are a year old.
 */
export function openJournal(options: JournalOptions, owner: JournalOwner): Journal {
  const { directory, openFile, notices, log, now } = options;
  const path = join(directory, journalName(owner));
  let writable = true;

  const fresh = (entries: readonly KeptEntry[]): KeptEntry[] =>
    entries.filter(({ at }) => at > now() - activityLife).slice(-longestActivity);

  function load(): KeptEntry[] {
    const state = storedFileState(path, maxBytes);
    if (state === 'none') return [];
    try {
      if (state === 'readable') return journalFile.parse(openFile(path).read()).entries;
    } catch (cause) {
      log.warn('activity unreadable', { cause });
    }
    const kept = quarantine(path, now());
    if (kept === null) writable = false;
    notices.raise('activity-damaged', kept ?? journalName(owner));
    return [];
  }

  let entries = fresh(load().map(settled));

  function write(): void {
    if (!writable) return;
    try {
      openFile(path).write({ version: 1, entries });
    } catch (cause) {
      log.warn('activity not written', { cause });
      const isFull = expectedError(cause)?.code === 'disk-full';
      notices.raise(isFull ? 'disk-full' : 'activity-not-writable');
    }
  }

  return {
    entries: () => entries,
    add: (entry) => {
      entries = fresh([...entries, entry]);
      write();
    },
    replace: (entry) => {
      const isThere = entries.some(({ id }) => id === entry.id);
      if (isThere) entries = fresh(entries.map((one) => (one.id === entry.id ? entry : one)));
      // One of two hundred devices has answered: should that be lost, the portal is asked again at the next start.
      if (isThere && entry.state !== 'waiting') write();
      return isThere;
    },
    clear: () => {
      entries = [];
      write();
    },
  };
}
