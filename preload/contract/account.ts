import { z } from 'zod';
import { count, epochMs, line } from './text.ts';

/** What a new password has to be like; null where the portal does not say. */
export const passwordPolicy = z.strictObject({
  minLength: count.nullable(),
  maxLength: count.nullable(),
  /** Of upper case, lower case, digits and special characters. */
  requiredClasses: count.nullable(),
  minSpecial: count.nullable(),
  minUpper: count.nullable(),
  minLower: count.nullable(),
  minNumeric: count.nullable(),
  /** Longest run such as 123 or 321; null for no limit. */
  maxNumericSequence: count.nullable(),
  /** How often one digit may stand in a row; null for no limit. */
  maxRepeated: count.nullable(),
  /** How many earlier passwords can't be used again. */
  history: count.nullable(),
  expiryDays: count.nullable(),
});
export type PasswordPolicy = z.infer<typeof passwordPolicy>;

/** The account as its page shows it. */
export const accountProfile = z.strictObject({
  username: line,
  displayName: line,
  firstName: line.nullable(),
  lastName: line.nullable(),
  emailAddress: line.nullable(),
  /** Asked for, and not yet confirmed. */
  pendingEmailAddress: line.nullable(),
  source: z.enum(['local', 'directory', 'identity-provider', 'unknown']),
  passwordExpiresAt: epochMs.nullable(),
  editable: z.strictObject({ name: z.boolean(), email: z.boolean(), password: z.boolean() }),
  passwordPolicy,
});
export type AccountProfile = z.infer<typeof accountProfile>;

const name = z.string().trim().min(1).max(128);

/** What is absent stays. Another e-mail address needs a fresh proof of the password. */
export const accountChange = z.strictObject({
  displayName: name.optional(),
  firstName: name.optional(),
  lastName: name.optional(),
  emailAddress: z.email().max(255).optional(),
});
export type AccountChange = z.infer<typeof accountChange>;

const password = z.string().min(1).max(1024);
export const passwordChange = z.strictObject({ currentPassword: password, newPassword: password });

/** The code from the mail that went to the new address. */
export const emailCode = z.strictObject({ pin: z.string().regex(/^[0-9A-Za-z]{4,64}$/u) });

/** How another device is registered. */
export const registration = z.strictObject({
  /** `https:`, or plain HTTP on loopback; null when the portal gives none that is fit. */
  url: z.string().max(2048).nullable(),
  /** What stands in the QR code; null when the portal offers none. */
  qrPayload: z.string().max(2048).nullable(),
  qrExpiresAt: epochMs.nullable(),
  devicesUsed: count.nullable(),
  deviceLimit: count.nullable(),
  pinOffered: z.boolean(),
  pinLength: count.nullable(),
  pinLifetimeDays: count.nullable(),
});
export type Registration = z.infer<typeof registration>;
