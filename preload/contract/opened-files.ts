import { z } from 'zod';
import { heldFile } from './certificates.ts';
import { epochMs, line } from './text.ts';

/** Why a file that was to be opened from disk was not; one sentence each in the page. */
export const notOpened = z.enum([
  'not-found',
  'folder',
  'not-a-file',
  'not-allowed',
  'too-large',
  'too-many',
  'failed',
]);
export type NotOpened = z.infer<typeof notOpened>;

/** A file that main was asked to open from outside the page, or why it could not. Never a path. */
export const openedFile = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('held'), file: heldFile }),
  z.strictObject({ outcome: z.literal('refused'), name: line, why: notOpened }),
]);
export type OpenedFile = z.infer<typeof openedFile>;

/** How many files are remembered. */
export const maxRecentFiles = 10;

export const recentFile = z.strictObject({
  id: z.uuid(),
  name: line,
  /** Name of the folder that it is in, without the folders above it. */
  folder: line,
  /** When it was opened last. */
  openedAt: epochMs,
  /** False: nothing is at its place any more. */
  isThere: z.boolean(),
});
export type RecentFile = z.infer<typeof recentFile>;

export const recentFiles = z.strictObject({
  /** Off: nothing is remembered, and nothing is listed. */
  remembers: z.boolean(),
  /** The latest first. */
  files: z.array(recentFile).max(maxRecentFiles),
});
export type RecentFilesShown = z.infer<typeof recentFiles>;
