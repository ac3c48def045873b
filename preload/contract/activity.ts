import { z } from 'zod';
import { appError } from './errors.ts';
import { count, epochMs, line } from './text.ts';

/** What a person can have done. One more is one more line here, in main/activity/stories.ts and in the words. */
export const activityAction = z.enum([
  'sign-in',
  'sign-out',
  'lock',
  'unlock',
  'wipe',
  'retire',
  'force-check-in',
  'cancel-wipe',
  'cancel-retire',
  'locate',
  'set-ownership',
  'secure-apps-pin',
  'show-pin',
  'add-certificate',
  'edit-certificate',
  'replace-certificate',
  'clear-private-key',
  'delete-certificate',
  'save-strong-copy',
  'export-certificate',
  'change-name',
  'change-email',
  'change-password',
  'registration-pin',
  'export-activity',
  'confirm-email',
  'save-web-clip',
  'save-report',
]);
export type ActivityAction = z.infer<typeof activityAction>;

/** How it ended. `waiting` is accepted and not done; `unknown` will never be told. */
export const activityState = z.enum([
  'waiting',
  'done',
  'failed',
  'cancelled',
  'expired',
  'unknown',
]);
export type ActivityState = z.infer<typeof activityState>;

/** One thing that the person did. There is no room in it for a secret, a PIN or a place on the map. */
export const activityEntry = z.strictObject({
  id: z.uuid(),
  at: epochMs,
  action: activityAction,
  /** Names of the devices, certificates or files that it was about; the first few of `count`. */
  subjects: z.array(line).max(20),
  count,
  state: activityState,
  /** When it ended; null while it waits, and where nobody knows. */
  endedAt: epochMs.nullable(),
  /** How many of `count` came to their good end. */
  done: count,
  /** What went wrong, without the facts that only help at the moment. */
  error: appError.pick({ code: true, reason: true, reference: true }).nullable(),
  /** The portal's own word for what went wrong with an order. */
  portalCode: line.nullable(),
  /** What there is to say beside the state. */
  note: z.enum(['no-place', 'to-be-confirmed']).nullable(),
  /** How many configurations the server pushed again. */
  repushed: count.nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

/** What is kept at most, and for how long in ms. */
export const longestActivity = 2000;
export const activityLife = 365 * 24 * 60 * 60 * 1000;

/** The whole log of whoever is signed in, oldest first. */
export const activityList = z.strictObject({
  entries: z.array(activityEntry).max(longestActivity),
});
