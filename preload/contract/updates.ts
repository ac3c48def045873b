import { z } from 'zod';
import { epochMs, line } from './text.ts';

/** Where the app stands with its own updates. Never an address that the page could change. */
export const updateState = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('off'),
    /** `bad-feed`: an address is set that is no `https:` address. `not-installed`: run from its sources. */
    because: z.enum(['no-feed', 'bad-feed', 'not-installed', 'switched-off']),
    /** Who would be asked, where somebody would. */
    host: line.nullable(),
  }),
  z.strictObject({
    status: z.literal('waiting'),
    host: line,
    /** When the feed was asked last; null before the first time. */
    checkedAt: epochMs.nullable(),
    /** The last time did not work. Nobody is bothered with it; Settings says so. */
    didFail: z.boolean(),
  }),
  z.strictObject({ status: z.literal('checking'), host: line }),
  z.strictObject({
    status: z.literal('downloading'),
    host: line,
    version: line,
    percent: z.number().int().min(0).max(100),
  }),
  /** Downloaded and verified; it is put in place when the person says so. */
  z.strictObject({ status: z.literal('ready'), version: line }),
]);
export type UpdateState = z.infer<typeof updateState>;
