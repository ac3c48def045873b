import { join } from 'node:path';
import { z } from 'zod';
import { preferences } from '../preload/contract/app.ts';
import { expectedError } from './errors.ts';
import type { Log } from './log.ts';
import type { Notices } from './notices.ts';
import { quarantine, storedFileState } from './files/stored-file.ts';
import type { OpenStoredFile } from './files/stored-file.ts';

const currentVersion = 1;
/** An honest settings file has less than 2 kB. */
const maxBytes = 262_144;

/** Whose session the keychain holds; the secret itself is never here. */
const storedSession = z.strictObject({
  origin: z.string().max(512),
  username: z.string().max(256),
});
export type StoredSession = z.infer<typeof storedSession>;

const settingsSchema = z.strictObject({
  version: z.literal(currentVersion),
  // Files that were written before there was such a choice are good files.
  preferences: preferences.extend({ notifyOrders: z.boolean().default(true) }),
  windowBounds: z
    .strictObject({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int().positive(),
      height: z.number().int().positive(),
    })
    .nullable(),
  isWindowMaximized: z.boolean().default(false),
  lastAddress: z.string().max(512).nullable(),
  lastUsername: z.string().max(256).nullable(),
  /** Not null: something was put into the keychain, so an empty answer from it means that it is locked. */
  storedSession: storedSession.nullable(),
  /** Entries that could not be taken out of the keychain at sign-out; tried again at the next start. */
  leftInKeychain: z.array(z.string().max(1024)).max(32),
  looksForUpdates: z.boolean().default(true),
  /** Put here by whoever looks after the computer. No call of the page's can change it. */
  updateFeed: z.string().max(512).nullable().default(null),
});
type SettingsValue = z.infer<typeof settingsSchema>;

const defaults: SettingsValue = {
  version: currentVersion,
  preferences: { theme: 'system', language: null, notifyOrders: true },
  windowBounds: null,
  isWindowMaximized: false,
  lastAddress: null,
  lastUsername: null,
  storedSession: null,
  leftInKeychain: [],
  looksForUpdates: true,
  updateFeed: null,
};

/** What the app remembers between starts. Lives in memory, and on disk as long as the disk takes it. */
export type Settings = {
  get: () => Readonly<SettingsValue>;
  /** Never throws: what can't be written holds until the app quits, and the person is told once. */
  set: (change: Partial<Omit<SettingsValue, 'version'>>) => void;
};

export type SettingsOptions = {
  /** The profile folder, absolute. */
  directory: string;
  openFile: OpenStoredFile;
  notices: Notices;
  log: Log;
  /** Epoch ms, for the name of a damaged file's copy. */
  now: () => number;
};

/**
 * Reads `settings.json`. A file that is cut off, of wrong types, from a later version, too large or a folder is
 * moved aside under a name that the person is told, and the app goes on with defaults.
 */
export function openSettings({
  directory,
  openFile,
  notices,
  log,
  now,
}: SettingsOptions): Settings {
  const path = join(directory, 'settings.json');
  let value = defaults;
  let writable = true;

  function parse(): SettingsValue | null {
    try {
      return settingsSchema.parse(openFile(path).read());
    } catch (cause) {
      log.warn('settings unreadable', { cause });
      return null;
    }
  }

  const state = storedFileState(path, maxBytes);
  const parsed = state === 'readable' ? parse() : null;
  if (parsed !== null) value = parsed;
  else if (state !== 'none') {
    const kept = quarantine(path, now());
    // A damaged file that can't be moved must not be written over: it may be all that is left.
    if (kept === null) writable = false;
    notices.raise('settings-damaged', kept ?? 'settings.json');
  }

  return {
    get: () => value,
    set: (change) => {
      value = { ...value, ...change };
      if (!writable) return;
      try {
        openFile(path).write(value);
      } catch (cause) {
        log.warn('settings not written', { cause });
        const isFull = expectedError(cause)?.code === 'disk-full';
        notices.raise(isFull ? 'disk-full' : 'settings-not-writable');
      }
    },
  };
}
