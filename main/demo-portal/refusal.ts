import { statusOfCode } from './schema/errors.ts';
import type { ErrorEnvelope, FieldError, PortalCode } from './schema/errors.ts';

/** A request that the portal answers with an error of portal-api.md 7.7; thrown by handlers, caught by the router. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 503;
  readonly body: ErrorEnvelope;
  readonly retryAfterSeconds: number | null;

  constructor(body: ErrorEnvelope, status: Refusal['status'], retryAfterSeconds: number | null) {
    super(`refused with ${status}`);
    this.body = body;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * A refusal about the request as a whole.
 * @param code what the portal calls it; decides the HTTP status
 * @param message English text for a log; clients choose their own words by the code
 * @param retryAfterSeconds value of the `Retry-After` header, if there is one
 */
export function refuse(
  code: PortalCode,
  message: string,
  retryAfterSeconds: number | null = null,
): Refusal {
  const errors = { globalErrors: [{ code, message }], fieldErrors: null };
  return new Refusal({ errors, result: null }, statusOfCode[code], retryAfterSeconds);
}

/** A refusal that names one field of the form, the query or a header. */
export function refuseField(code: PortalCode, field: string, message: string): Refusal {
  const errors = { globalErrors: null, fieldErrors: [{ code, field, message }] };
  return new Refusal({ errors, result: null }, statusOfCode[code], null);
}

/** A 400 with several field errors at once, as the vendor's validation answers. */
export function refuseFields(fieldErrors: FieldError[]): Refusal {
  return new Refusal({ errors: { globalErrors: null, fieldErrors }, result: null }, 400, null);
}

/** The code by which a refused device is listed in an answer about several devices. */
export function codeOf(refusal: Refusal): string {
  const { globalErrors, fieldErrors } = refusal.body.errors;
  return globalErrors?.[0]?.code ?? fieldErrors?.[0]?.code ?? 'ActionNotAllowed';
}
