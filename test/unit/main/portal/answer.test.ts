import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../main/portal/answer.ts';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { failureOf } from '../../../support/failures.ts';

const origin = 'https://portal.acme.example';
const now = Date.UTC(2026, 10, 22);

type Said = { status?: number; headers?: Record<string, string>; text: string };
const json = { 'content-type': 'application/json; charset=utf-8' };
const html = { 'content-type': 'text/html' };

function read({ status = 200, headers = json, text }: Said): unknown {
  return readAnswer({ status, text, header: (name) => headers[name] }, origin, now);
}

const errorOf = (said: Said): AppError => failureOf(() => read(said));

const errors = (code: string, field?: string): string =>
  JSON.stringify({
    errors:
      field === undefined
        ? { globalErrors: [{ code, message: 'words of the portal' }], fieldErrors: null }
        : { globalErrors: null, fieldErrors: [{ code, message: 'words', field }] },
    result: null,
  });

describe('the envelope', () => {
  it('holds the result', () => {
    expect(read({ text: '{"errors":null,"result":{"a":1}}' })).toEqual({ a: 1 });
    expect(read({ text: '{"result":1}' })).toBe(1);
    expect(read({ text: '{"errors":{"globalErrors":null,"fieldErrors":[]},"result":1}' })).toBe(1);
  });

  it.each([
    [400, 'Range', { code: 'refused', reason: 'Range', field: 'rows' }, 'rows'],
    [400, 'Pkcs12WrongPassword', { code: 'refused', reason: 'Pkcs12WrongPassword' }],
    [400, 'Pkcs12UnsupportedAlgorithm', { code: 'refused', reason: 'Pkcs12UnsupportedAlgorithm' }],
    [401, 'BadCredentials', { code: 'bad-credentials', reason: 'BadCredentials' }],
    [401, 'SessionExpired', { code: 'signed-out', reason: 'SessionExpired' }],
    [401, 'PasswordExpired', { code: 'password-expired', reason: 'PasswordExpired' }],
    [401, 'TenantSuspended', { code: 'tenant-suspended', reason: 'TenantSuspended' }],
    [401, 'SomethingNew', { code: 'signed-out', reason: 'SomethingNew' }],
    [403, 'ReauthRequired', { code: 'reauth-required', reason: 'ReauthRequired' }],
    [403, 'WipeDisabledByPolicy', { code: 'forbidden', reason: 'WipeDisabledByPolicy' }],
    [404, 'NotFound', { code: 'not-found', reason: 'NotFound' }],
    [409, 'CommandPending', { code: 'conflict', reason: 'CommandPending' }],
    [413, 'FileTooLarge', { code: 'too-large', reason: 'FileTooLarge' }],
    [500, 'Oops', { code: 'portal-failed' }],
    [200, 'Range', { code: 'refused', reason: 'Range' }],
    [400, '__proto__', { code: 'refused', reason: '__proto__' }],
  ] as const)('%i %s', (status, code, expected, field?: string) => {
    expect(errorOf({ status, text: errors(code, field) })).toEqual(expected);
  });

  it('says how long an account stays locked', () => {
    const headers = { ...json, 'retry-after': '300' };
    expect(errorOf({ status: 401, headers, text: errors('AccountLocked') })).toEqual({
      code: 'account-locked',
      reason: 'AccountLocked',
      retryAfterMs: 300_000,
    });
  });

  it('never lets the words of the portal through, only its codes, cleaned and cut', () => {
    const error = errorOf({
      status: 403,
      text: errors(`Wipe\u202e\u0000${'x'.repeat(1_000_000)}`),
    });
    expect(error.reason).toHaveLength(128);
    expect(error.reason).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.stringify(error)).not.toContain('words');
  });
});

describe('what is not an envelope', () => {
  it.each([
    ['a page of a network', { headers: html, text: '<html>' }, { code: 'captive-portal' }],
    ['511', { status: 511, headers: html, text: '<html>' }, { code: 'captive-portal' }],
    ['maintenance', { status: 503, headers: html, text: '<html>' }, { code: 'portal-failed' }],
    ['a proxy', { status: 407, headers: html, text: '' }, { code: 'proxy-auth' }],
    [
      'too many',
      { status: 429, headers: { ...html, 'retry-after': '7' }, text: '' },
      { code: 'rate-limited', retryAfterMs: 7_000 },
    ],
    ['a bare 401', { status: 401, headers: html, text: '' }, { code: 'invalid-response' }],
    ['a bare 404', { status: 404, headers: html, text: '' }, { code: 'not-found' }],
    [
      'plain text',
      { headers: { 'content-type': 'text/plain' }, text: '{}' },
      { code: 'invalid-response' },
    ],
    ['no type', { headers: {}, text: '{}' }, { code: 'invalid-response' }],
    ['half a body', { text: '{"errors":null,"resu' }, { code: 'invalid-response' }],
    ['nothing', { text: '' }, { code: 'invalid-response' }],
    ['a list', { text: '[]' }, { code: 'invalid-response' }],
    ['null', { text: 'null' }, { code: 'invalid-response' }],
    ['10,000 brackets', { text: '['.repeat(10_000) }, { code: 'invalid-response' }],
    ['broken JSON with 500', { status: 500, text: '{' }, { code: 'portal-failed' }],
    ['304', { status: 304, text: '' }, { code: 'invalid-response' }],
  ] as const)('%s', (_what, said, expected) => {
    expect(errorOf(said)).toEqual(expected);
  });

  it('names the host that it was pointed to', () => {
    const headers = { ...html, location: 'https://evil.example/login' };
    expect(errorOf({ status: 302, headers, text: '' })).toEqual({
      code: 'redirected',
      host: 'evil.example',
    });
    expect(errorOf({ status: 307, headers: { location: '/login' }, text: '' })).toEqual({
      code: 'redirected',
      host: 'portal.acme.example',
    });
  });

  it('keeps the reference of the portal, if it is fit to be shown', () => {
    const headers = { ...html, 'x-request-id': 'req-0.1:a_B' };
    expect(errorOf({ status: 500, headers, text: '' }).reference).toBe('req-0.1:a_B');
    const odd = { ...html, 'x-request-id': '<script>' };
    expect(errorOf({ status: 500, headers: odd, text: '' }).reference).toBeUndefined();
  });
});
