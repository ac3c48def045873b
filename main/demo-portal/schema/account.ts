import { z } from 'zod';
import { epoch, id } from './envelope.ts';

/** The account as it is told (portal-api.md 7.5). */
export const account = z.object({
  id,
  uid: z.string(),
  username: z.string(),
  displayName: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  emailAddress: z.string(),
  pendingEmailAddress: z.string().nullable().describe('Asked for, and not yet confirmed.'),
  pendingEmailRequestedAt: epoch.nullable().describe('Extension: when it was asked for last.'),
  accountSource: z.enum(['LOCAL', 'LDAP', 'IDP']),
  locale: z.string().nullable(),
  passwordExpiresAt: epoch.nullable(),
});

const name = z.string().trim().min(1).max(128);

/** `PUT /ssp/account`; what is absent stays. */
export const accountForm = z.object({
  displayName: name.optional(),
  firstName: name.optional(),
  lastName: name.optional(),
  emailAddress: z.email().max(255).optional(),
});

/** `POST /ssp/account/email/confirm` */
export const confirmEmailForm = z.object({ pin: z.string().regex(/^\d{6}$/u) });

/** `PUT /ssp/account/password` */
export const passwordForm = z.object({
  currentPassword: z.string().min(1).max(128),
  newPassword: z.string().min(1).max(128),
});

/** `POST /ssp/account/regpin` */
export const registrationPin = z.object({ pin: z.string(), expiresAt: epoch });

/** `GET /ssp/registration` */
export const registration = z.object({
  url: z.string().describe('The invitation link; ends in `/go`.'),
  qrPayload: z.string().nullable().describe('The text to draw as a QR code.'),
  qrExpiresAt: epoch.nullable(),
  devicesUsed: z.int().min(0),
  deviceLimit: z.int().min(0),
});
