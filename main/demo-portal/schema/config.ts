import { z } from 'zod';
import { certificateType } from './certificate.ts';
import { action } from './device.ts';
import { branding } from './session.ts';

/** What a new password has to be like (portal-api.md 6.1). */
export const passwordPolicy = z.object({
  minLength: z.int(),
  maxLength: z.int().describe('Extension: the vendor’s upper limit of 32.'),
  requiredClasses: z.int().describe('Of upper case, lower case, digits and special characters.'),
  minSpecial: z.int(),
  minUpper: z.int(),
  minLower: z.int(),
  minNumeric: z.int(),
  maxNumericSequence: z.int().describe('Longest run such as 123 or 321; 0 for no limit.'),
  maxRepeated: z.int().describe('How often one digit may stand in a row; 0 for no limit.'),
  history: z.int().describe('How many earlier passwords can’t be used again.'),
  expiryDays: z.int().nullable(),
});
export type PasswordPolicy = z.infer<typeof passwordPolicy>;

/** `GET /ssp/config` (portal-api.md 7.2) */
export const config = z.object({
  allowedActions: z.array(action),
  accountEditable: z.object({ name: z.boolean(), email: z.boolean(), password: z.boolean() }),
  passwordPolicy,
  registration: z.object({
    url: z.string(),
    pinEnabled: z.boolean(),
    pinLength: z.int(),
    pinLifetimeDays: z.int(),
    qrEnabled: z.boolean(),
    deviceLimit: z.int(),
    devicesUsed: z.int(),
  }),
  certificates: z.object({
    enabled: z.boolean(),
    maxFileBytes: z.int(),
    types: z.array(certificateType),
  }),
  wipeLimit: z.int().describe('Devices in one wipe request.'),
  privacy: z.object({ collectLocation: z.boolean(), disableWipe: z.boolean() }),
  branding,
});
