import { z } from 'zod';
import { byteCount, epochMs, line } from './text.ts';

/** The self-checks in the order of their numbers: 1 is the portal, 6 the inspection process. */
export const selfChecks = ['portal', 'tls', 'clock', 'keychain', 'disk', 'inspection'] as const;
export const selfCheck = z.enum(selfChecks);
export type SelfCheck = z.infer<typeof selfCheck>;

/**
 * What a self-check has found. `code` is one word for IT; what the page says of it follows from `state` and `code`
 * (renderer/help/check-words.ts).
 */
export const checkResult = z.strictObject({
  check: selfCheck,
  /** `not-needed`: there is nothing to check here, such as the encryption of a portal on this computer. */
  state: z.enum(['passed', 'attention', 'failed', 'not-needed']),
  code: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u),
  /** Host name of the portal; never with a user part. */
  host: line.nullable(),
  /** Who vouches for the portal's certificate. */
  issuer: line.nullable(),
  validUntil: epochMs.nullable(),
  /** How far this computer's clock is ahead, in ms. */
  skewMs: z.number().nullable(),
  freeBytes: byteCount.nullable(),
  /** How long the check took, in ms. */
  took: z.number().int().nonnegative(),
  at: epochMs,
});
export type CheckResult = z.infer<typeof checkResult>;

/** The report as it would be saved: a person reads it first. */
export const report = z.strictObject({ text: z.string().max(262_144) });
