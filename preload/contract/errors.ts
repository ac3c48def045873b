import { z } from 'zod';
import { epochMs, hex, line } from './text.ts';

/**
 * Everything that can go wrong in a call, as states of the world. The list is closed: main turns causes into
 * these codes (main/errors.ts), the page turns them into words (renderer/text/errors.ts).
 */
export const errorCode = z.enum([
  'offline', // no network, or the portal's name does not resolve
  'portal-unreachable', // the network is there, the portal does not answer
  'timeout',
  'captive-portal', // the network answers in the portal's place
  'tls-untrusted',
  'clock-skew',
  'proxy-auth',
  'redirected', // the portal points to another host; nothing was sent there
  'bad-credentials',
  'password-expired',
  'account-locked', // + retryAfterMs
  'tenant-suspended',
  'signed-out', // the session ended
  'reauth-required', // the last proof of the password is too old
  'forbidden', // + reason
  'not-found',
  'conflict', // + reason
  'rate-limited', // + retryAfterMs
  'portal-failed', // 5xx, + reference
  'invalid-response', // not what the contract says, + reference
  'refused', // the portal refused the input, + reason, field
  'too-large',
  'not-supported', // this portal does not offer it, + reason
  'keychain-unavailable',
  'keychain-locked',
  'disk-full',
  'file-changed', // not the file that was inspected
  'file-unreadable',
  'file-gone', // main no longer holds the file that the page speaks of
  'checks-failed', // an error among the checks blocks the upload
  'outcome-unknown', // sent, the answer was lost
  'busy', // the limit on calls or on work at once
  'cancelled',
  'invalid-input',
  'internal', // a bug, + reference into the log
]);
export type ErrorCode = z.infer<typeof errorCode>;

/** The certificate that a server has shown and that this computer does not trust, as a person would read it to IT. */
export const shownCertificate = z.strictObject({
  subject: line,
  issuer: line,
  validFrom: epochMs,
  validUntil: epochMs,
  sha256: hex,
});
export type ShownCertificate = z.infer<typeof shownCertificate>;

/** An error as it crosses to the page. Never holds a secret, a path or a stack. */
export const appError = z.strictObject({
  code: errorCode,
  /** What the portal called it (`WipeDisabledByPolicy`), or which limit was hit; for choosing words, shown to IT only. */
  reason: z.string().max(128).optional(),
  /** The input field that is wrong. */
  field: z.string().max(64).optional(),
  /** Host name that the person has to know about (untrusted TLS, redirect). */
  host: z.string().max(256).optional(),
  /** A short code that IT finds in the log or at the portal. */
  reference: z.string().max(64).optional(),
  retryAfterMs: z.number().int().nonnegative().max(86_400_000).optional(),
  /** How far this computer's clock is off, in ms; positive when it is ahead. */
  skewMs: z.number().optional(),
  /** What an untrusted server has shown, where it could be seen. */
  certificate: shownCertificate.optional(),
});
export type AppError = z.infer<typeof appError>;

/** What every call answers. Nothing is ever thrown across the border (electron#24427). */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError };
