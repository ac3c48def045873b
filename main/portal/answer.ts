import { z } from 'zod';
import type { AppError } from '../../preload/contract/errors.ts';
import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import type { HttpAnswer } from './http.ts';
import { readRetryAfter } from './retry-after.ts';
import { anything, cleanText } from './wire/text.ts';

const portalError = z.object({
  code: z.string().catch(''),
  field: z.string().nullish().catch(null),
});
const errorList = z.array(portalError).nullish().catch(null);
const envelope = z.object({
  errors: z.object({ globalErrors: errorList, fieldErrors: errorList }).nullish(),
  result: anything,
});

/** Codes of portal-api.md 7.7 that mean something of their own; all others go by their HTTP status. */
const byPortalCode: Record<string, AppError['code']> = {
  BadCredentials: 'bad-credentials',
  SessionExpired: 'signed-out',
  PasswordExpired: 'password-expired',
  AccountLocked: 'account-locked',
  TenantSuspended: 'tenant-suspended',
  ReauthRequired: 'reauth-required',
  NotFound: 'not-found',
  FileTooLarge: 'too-large',
  RetryLater: 'rate-limited',
};

const byStatus: Record<number, AppError['code']> = {
  403: 'forbidden',
  404: 'not-found',
  407: 'proxy-auth',
  409: 'conflict',
  413: 'too-large',
  429: 'rate-limited',
  511: 'captive-portal',
};

const isJson = (type: string | undefined): boolean =>
  /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/iu.test(type ?? '');

/** The portal's own name for this exchange, if it sent one that is fit to be shown. */
function reference(answer: HttpAnswer): { reference?: string } {
  const id = answer.header('x-request-id') ?? '';
  return /^[\w.:-]{1,64}$/u.test(id) ? { reference: id } : {};
}

/** A portal that can't just now, and perhaps says when it can (RFC 9110 15.6.4). */
function failed(answer: HttpAnswer, now: number): Failure {
  const hasSaid = answer.header('retry-after') !== undefined;
  return failure('portal-failed', { ...reference(answer), ...(hasSaid ? wait(answer, now) : {}) });
}

function withoutBody(answer: HttpAnswer, origin: string, now: number): Failure {
  const { status } = answer;
  const location = answer.header('location');
  if (status >= 300 && status < 400 && location !== undefined) {
    const host = URL.parse(location, origin)?.host ?? '';
    return failure('redirected', { host: cleanText(host, 256) });
  }
  if (status === 429) return failure('rate-limited', wait(answer, now));
  if (status >= 500 && status !== 511) return failed(answer, now);
  const isPage = /^text\/html\b/iu.test(answer.header('content-type') ?? '');
  // A page where JSON should be, with a good status: a hotel's network, or a company's log-on page.
  if (isPage && status >= 200 && status < 300) return failure('captive-portal');
  return failure(byStatus[status] ?? 'invalid-response', reference(answer));
}

const wait = (answer: HttpAnswer, now: number): { retryAfterMs: number } => ({
  retryAfterMs: readRetryAfter(answer.header('retry-after'), now),
});

function refusal(
  answer: HttpAnswer,
  errors: readonly z.infer<typeof portalError>[],
  now: number,
): Failure {
  const { status } = answer;
  const first = errors[0];
  const word = first?.code ?? '';
  const own = Object.hasOwn(byPortalCode, word) ? byPortalCode[word] : undefined;
  // A 401 with an envelope comes from the portal and not from something on the way: the session is over.
  const code = own ?? byStatus[status] ?? (status === 401 ? 'signed-out' : 'refused');
  if (status >= 500) return failed(answer, now);
  const reason = cleanText(word, 128);
  const field = cleanText(first?.field ?? '', 64);
  return failure(code, {
    ...(reason === '' ? {} : { reason }),
    ...(field === '' ? {} : { field }),
    ...(code === 'rate-limited' || code === 'account-locked' ? wait(answer, now) : {}),
  });
}

/**
 * Opens the portal's envelope `{ errors, result }`.
 *
 * @param origin of the request, to read a relative Location against
 * @param now epoch ms, to read Retry-After against
 * @returns `result`, still unchecked
 * @throws Failure for every status but 2xx, for anything that is not JSON, and for an envelope with errors in it
 */
export function readAnswer(answer: HttpAnswer, origin: string, now: number): unknown {
  if (!isJson(answer.header('content-type'))) throw withoutBody(answer, origin, now);
  let body: unknown;
  try {
    body = JSON.parse(answer.text);
  } catch {
    throw answer.status >= 400
      ? withoutBody(answer, origin, now)
      : failure('invalid-response', reference(answer));
  }
  const parsed = envelope.safeParse(body);
  const isGood = answer.status >= 200 && answer.status < 300;
  if (!parsed.success) {
    throw isGood
      ? failure('invalid-response', reference(answer))
      : withoutBody(answer, origin, now);
  }
  const { errors, result } = parsed.data;
  const found = [...(errors?.globalErrors ?? []), ...(errors?.fieldErrors ?? [])];
  if (isGood && found.length === 0) return result;
  if (found.length === 0 && answer.status !== 401) throw withoutBody(answer, origin, now);
  throw refusal(answer, found, now);
}

/**
 * Checks a result against the shape that the contract promises.
 *
 * @throws Failure `invalid-response`
 */
export function readResult<T>(schema: z.ZodType<T>, result: unknown): T {
  const parsed = schema.safeParse(result);
  if (!parsed.success) throw failure('invalid-response');
  return parsed.data;
}
