import { z } from 'zod';

/** The portal's own error codes (portal-api.md 7.7) with the HTTP status that each travels under. */
export const statusOfCode = {
  NotBlank: 400,
  Range: 400,
  Pattern: 400,
  Size: 400,
  PasswordPolicy: 400,
  PasswordReused: 400,
  CurrentPasswordWrong: 400,
  Pkcs12Malformed: 400,
  Pkcs12WrongPassword: 400,
  Pkcs12UnsupportedAlgorithm: 400,
  Pkcs12NoPrivateKey: 400,
  Pkcs12MultipleKeys: 400,
  Pkcs12KeyMismatch: 400,
  CertificateExpired: 400,
  CertificateNotYetValid: 400,
  KeyUsageMismatch: 400,
  EmailMismatch: 400,
  BadCredentials: 401,
  SessionExpired: 401,
  PasswordExpired: 401,
  AccountLocked: 401,
  TenantSuspended: 401,
  ReauthRequired: 403,
  ActionNotAllowed: 403,
  WipeDisabledByPolicy: 403,
  LocationDisabled: 403,
  NotLocalAccount: 403,
  NotFound: 404,
  CommandPending: 409,
  DeviceStateConflict: 409,
  TypeInUse: 409,
  UsernameConflict: 409,
  DeviceLimitReached: 409,
  FileTooLarge: 413,
  RetryLater: 429,
  /** Extension: too much is asked for at once; come back after `Retry-After`. */
  ServiceUnavailable: 503,
} as const;

export type PortalCode = keyof typeof statusOfCode;

const globalError = z.object({
  code: z.string().describe('One of the codes of section 7.7, for example `CommandPending`.'),
  message: z.string(),
});

const fieldError = globalError.extend({
  field: z.string().describe('The form field, query parameter or header that is meant.'),
});

/** The body of every refusal: `result` is null and at least one of the two lists is not. */
export const errorEnvelope = z
  .object({
    errors: z.object({
      globalErrors: z.array(globalError).nullable(),
      fieldErrors: z.array(fieldError).nullable(),
    }),
    result: z.null(),
  })
  .describe('Every refusal. A 503 during maintenance may carry HTML instead.');
export type ErrorEnvelope = z.infer<typeof errorEnvelope>;
export type FieldError = z.infer<typeof fieldError>;
