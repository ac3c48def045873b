import { describe, expect, it } from 'vitest';
import { makeCredential, readCredential } from '../../../../../main/portal/admin-v1/credential.ts';
import { failureOf } from '../../../../support/failures.ts';

const alice = 'alice@acme.example';

describe('a Basic credential', () => {
  it('is that of RFC 7617, in UTF-8', () => {
    expect(makeCredential(alice, '123£')).toBe('Basic YWxpY2VAYWNtZS5leGFtcGxlOjEyM8Kj');
  });

  it.each(['x', 'with: colons: in it', 'ärger', ' '])('is read again: %j', (password) => {
    const credential = readCredential(makeCredential(alice, password));
    expect(credential?.username).toBe(alice);
    expect(Buffer.from(credential?.basic ?? '', 'base64').toString()).toBe(`${alice}:${password}`);
  });

  it.each([
    'alice',
    'ali:ce@acme.example',
    'alice @acme.example',
    '"alice"@acme.example',
    'a@b=c@acme.example',
    'alice@acme.example\n',
    '@acme.example',
  ])('is not made for %j, which is no address that could stand in a filter', (username) => {
    expect(failureOf(() => makeCredential(username, 'x'))).toEqual({
      code: 'invalid-input',
      field: 'username',
      reason: 'not-an-email-address',
    });
  });

  it.each(['line\nbreak', 'x'.repeat(3_100)])(
    'is not made of a password that can’t be kept',
    (password) => {
      expect(failureOf(() => makeCredential(alice, password))).toMatchObject({
        code: 'invalid-input',
        field: 'password',
      });
    },
  );

  it.each(['', 'c2Vzc2lvbg', 'Basic', 'Basic ', 'Basic bm9ib2R5', 'basic YTpi'])(
    'is not seen in the token %j',
    (token) => {
      expect(readCredential(token)).toBeNull();
    },
  );
});
