import { AxiosError } from 'axios';
import { describe, expect, it } from 'vitest';
import { expectedError, toAppError } from '../../../main/errors.ts';
import { failure } from '../../../main/failure.ts';
import type { LogFields } from '../../../main/log.ts';
import { appError } from '../../../preload/contract/errors.ts';

const withCode = (code: string, message = 'bob@acme.example 10.0.0.1'): Error =>
  Object.assign(new Error(message), { code });

describe('causes become codes', () => {
  it.each([
    ['ENOTFOUND', 'offline'],
    ['EAI_AGAIN', 'offline'],
    ['ENETUNREACH', 'offline'],
    ['ECONNREFUSED', 'portal-unreachable'],
    ['ECONNRESET', 'portal-unreachable'],
    ['ETIMEDOUT', 'timeout'],
    ['ECONNABORTED', 'timeout'],
    ['ENOSPC', 'disk-full'],
    ['CERT_HAS_EXPIRED', 'tls-untrusted'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-untrusted'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-untrusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-untrusted'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-untrusted'],
    ['CERT_NOT_YET_VALID', 'clock-skew'],
    ['HPE_INVALID_CONSTANT', 'invalid-response'],
    ['Z_DATA_ERROR', 'invalid-response'],
  ])('%s is %s', (code, expected) => {
    expect(expectedError(withCode(code))?.code).toBe(expected);
    expect(expectedError(new AxiosError('request failed', code))?.code).toBe(expected);
  });

  it('says when a connection never came about, so that nothing can have been sent', () => {
    expect(expectedError(withCode('ECONNREFUSED'))).toEqual({
      code: 'portal-unreachable',
      reason: 'not-connected',
    });
    expect(expectedError(withCode('ECONNRESET'))?.reason).toBeUndefined();
  });

  it('tells a time-out from a cancellation', () => {
    expect(expectedError(new DOMException('', 'TimeoutError'))?.code).toBe('timeout');
    expect(expectedError(new DOMException('', 'AbortError'))?.code).toBe('cancelled');
  });

  it('calls an answer over the limit too large', () => {
    const cause = new AxiosError('maxContentLength size of 1 exceeded', 'ERR_BAD_RESPONSE');
    expect(expectedError(cause)).toEqual({ code: 'too-large', reason: 'answer' });
  });

  it('passes a failure on as it is', () => {
    const cause = failure('rate-limited', { retryAfterMs: 5 });
    expect(expectedError(cause)).toEqual({ code: 'rate-limited', retryAfterMs: 5 });
  });
});

describe('a bug', () => {
  it.each([
    new TypeError('cannot read bob@acme.example'),
    'a string',
    null,
    undefined,
    { code: 7 },
    Object.assign(new Error('x'), { code: '__proto__' }),
    Object.assign(new Error('x'), { code: 'constructor' }),
  ])('becomes internal with a reference that stands in the log: %s', (cause) => {
    const logged: [string, LogFields | undefined][] = [];
    const note = (event: string, fields?: LogFields): void => void logged.push([event, fields]);
    const log = { info: note, warn: note, error: note };
    const error = toAppError(cause, 'devices.list', log);
    expect(error.code).toBe('internal');
    expect(error.reference).toMatch(/^[0-9A-F]{8}$/u);
    expect(logged).toEqual([
      ['internal', { where: 'devices.list', reference: error.reference, cause }],
    ]);
    expect(appError.safeParse(error).success).toBe(true);
    expect(JSON.stringify(error)).not.toContain('bob');
  });
});
