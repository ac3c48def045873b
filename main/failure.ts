import type { AppError, ErrorCode } from '../preload/contract/errors.ts';

/** An expected failure on its way to the dispatcher: the value that the page will get, and nothing else. */
export class Failure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'Failure';
    this.error = error;
  }
}

/**
 * Makes a failure to throw.
 *
 * @param code what is the matter
 * @param facts the optional facts of the code: reason, field, host, reference, retryAfterMs (ms), skewMs (ms)
 */
export function failure(code: ErrorCode, facts: Omit<AppError, 'code'> = {}): Failure {
  return new Failure({ code, ...facts });
}

/** Is this the failure with that code? */
export function isFailure(cause: unknown, ...codes: ErrorCode[]): cause is Failure {
  return cause instanceof Failure && (codes.length === 0 || codes.includes(cause.error.code));
}

/** Failures after which the last good answer is better than none. */
const awayCodes = [
  'offline',
  'portal-unreachable',
  'timeout',
  'captive-portal',
  'tls-untrusted',
  'clock-skew',
  'proxy-auth',
  'redirected',
  'portal-failed',
  'invalid-response',
  'too-large',
] as const;

/** Says whether the portal could not be asked, as opposed to having said no. */
export const isAway = (cause: unknown): boolean => isFailure(cause, ...awayCodes);
