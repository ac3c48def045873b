import { z } from 'zod';
import { keptFile, maxHeldFiles, upload } from './certificates.ts';
import { clockSkew, reachability, session } from './session.ts';
import { line } from './text.ts';

export const theme = z.enum(['system', 'light', 'dark']);

/** The languages that Latchkey speaks, as BCP 47. */
export const language = z.enum(['en', 'de', 'fr', 'es', 'ja']);
export type Language = z.infer<typeof language>;

/** What the person has chosen; kept by main in the settings file. */
export const preferences = z.strictObject({
  theme,
  /** Null to follow the system. */
  language: language.nullable(),
  /** Tell on the desktop when an order has come to its end. */
  notifyOrders: z.boolean(),
});
export type Preferences = z.infer<typeof preferences>;

/** Something that happened outside a call and that the person should know once. */
export const notice = z.strictObject({
  id: z.string().max(64),
  kind: z.enum([
    'settings-damaged',
    'settings-not-writable',
    'activity-damaged',
    'activity-not-writable',
    'disk-full',
    'secret-not-removed',
    'app-stopped',
    'window-stopped',
  ]),
  /** A file name (never a path) that the sentence names, or a reference into the log. */
  detail: line.nullable(),
});
export type Notice = z.infer<typeof notice>;

/** Everything the page needs to draw itself, at start and after every reload. */
export const snapshot = z.strictObject({
  version: line,
  os: z.enum(['linux', 'macos', 'windows', 'other']),
  /** Those of the system's languages that Latchkey speaks, as BCP 47, best first: `de-AT`. */
  systemLanguages: z.array(line).max(32),
  preferences,
  session,
  reachability,
  clockSkew,
  uploads: z.array(upload).max(64),
  files: z.array(keptFile).max(maxHeldFiles),
  notices: z.array(notice).max(64),
});
export type Snapshot = z.infer<typeof snapshot>;

/** Pages outside the app that it may open; the page names one, main knows its address. */
export const knownLink = z.enum(['portal', 'help', 'default-portal']);
