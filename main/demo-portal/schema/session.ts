import { z } from 'zod';
import { epoch, id } from './envelope.ts';

/** Name and looks of the tenant. */
export const branding = z.object({
  logoUrl: z.string().describe('A PNG of 182 by 34 pixels; needs no session.'),
  tenantName: z.string(),
  accentColor: z.string().nullable().describe('Extension: `#rrggbb`, or null for none.'),
});

/** `GET /ssp/login/options` */
export const loginOptionsQuery = z.object({ username: z.string().max(255).default('') });

/** How a user name signs in. */
export const loginOptions = z.object({
  authType: z.enum(['PASSWORD', 'CERTIFICATE', 'SAML']),
  samlUrl: z.string().nullable(),
  pinRequired: z.boolean(),
  branding,
});

/** `POST /ssp/login` */
export const loginForm = z.object({
  username: z.string().min(1).max(255),
  password: z.string().min(1).max(128),
  pin: z.string().max(12).optional(),
});

/** `POST /ssp/login/saml` */
export const samlForm = z.object({
  code: z.string().min(1).max(128).describe('From the redirect to the app.'),
  codeVerifier: z
    .string()
    .regex(/^[\w.~-]{43,128}$/u)
    .describe('What `code_challenge` was made from (RFC 7636, S256).'),
});

/** Terms that wait to be accepted. */
export const termsOfService = z.object({
  version: z.string(),
  title: z.string(),
  text: z.string(),
});

/** A session as it is told (portal-api.md 7.1), without its token. */
export const session = z.object({
  expiresAt: epoch.describe('The session ends then at the latest, 24 h after sign-in.'),
  inactivityTimeoutMinutes: z.int().min(1),
  accountId: id,
  passwordExpired: z
    .boolean()
    .describe('True: only the session calls, `GET /ssp/config` and the password change answer.'),
  termsOfService: termsOfService
    .nullable()
    .describe('To be accepted with `POST /ssp/session/terms` before anything can be changed.'),
  idleExpiresAt: epoch.describe('Extension: when the session ends if nothing else is asked.'),
  reauthUntil: epoch
    .nullable()
    .describe('Extension: until when the last proof of the password counts. Sign-in is a proof.'),
});

/** The one answer that holds a token. */
export const signedIn = session.extend({
  sessionToken: z.string().describe('For `Authorization: Bearer`. 256 random bits, base64url.'),
});

/** `POST /ssp/session/reauth` */
export const reauthForm = z.object({ password: z.string().min(1).max(128) });
/** Until when the new proof counts. */
export const reauthResult = z.object({ reauthUntil: epoch });
/** `POST /ssp/session/terms` */
export const termsForm = z.object({ version: z.string().min(1).max(32) });
/** `POST /ssp/password/forgot` */
export const forgotForm = z.object({ username: z.string().min(1).max(255) });

/** `POST /ssp/password/reset` */
export const resetForm = z.object({
  username: z.string().min(1).max(255),
  pin: z.string().regex(/^\d{4,12}$/u),
  newPassword: z.string().min(1).max(128),
});
