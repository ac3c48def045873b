import { describe, expect, it } from 'vitest';
import { errorCode } from '../../../../preload/contract/errors.ts';
import { describeError } from '../../../../renderer/text/errors.ts';

describe('errors in words', () => {
  it.each(errorCode.options)('%s has a title and a sentence that hold no code', (code) => {
    const { title, sentence, todo } = describeError({
      code,
      host: 'portal.example',
      retryAfterMs: 1000,
    });
    expect(title).not.toBe('');
    expect(sentence).not.toBe('');
    expect(`${title} ${sentence} ${todo}`).not.toMatch(
      /\{|\}|error\.|!|undefined|[a-z]-[a-z]+-[a-z]/u,
    );
  });

  it('names the host that can’t prove who it is', () => {
    expect(describeError({ code: 'tls-untrusted', host: 'portal.example' }).title).toBe(
      'portal.example can’t prove who it is',
    );
  });

  it('says how long a locked account has to wait', () => {
    expect(describeError({ code: 'account-locked', retryAfterMs: 300_000 }).todo).toBe(
      'Try again in 5 minutes.',
    );
    expect(describeError({ code: 'account-locked' }).todo).toBe(
      'Try again later, or ask IT to unlock it.',
    );
  });

  it('keeps the portal’s "wrong password" apart from "unsupported algorithm"', () => {
    const wrong = describeError({ code: 'refused', reason: 'Pkcs12WrongPassword' });
    const unsupported = describeError({ code: 'refused', reason: 'Pkcs12UnsupportedAlgorithm' });
    expect(wrong.title).not.toBe(unsupported.title);
    expect(unsupported.title).toContain('does not support');
  });

  it('falls back to the code’s own words for a reason that nobody knows', () => {
    const plain = describeError({ code: 'conflict' });
    expect(describeError({ code: 'conflict', reason: 'SomethingNew' }).title).toBe(plain.title);
    expect(describeError({ code: 'conflict', reason: 'constructor' }).title).toBe(plain.title);
  });

  it('puts what IT needs last', () => {
    expect(describeError({ code: 'portal-failed', reference: '7F3A-11C0' }).reference).toBe(
      'For IT: 7F3A-11C0',
    );
    expect(describeError({ code: 'offline' }).reference).toBeNull();
  });

  it.each([
    'accountKeeping',
    'cancel-retire',
    'certificate',
    'certificateChanges',
    'certificates',
    'forgotten-password',
    'mailbox',
    'no-link',
    'owner-hidden',
    'registration',
    'reset-secure-apps-pin',
    'saml',
    'set-ownership',
    'socks-proxy',
    'unlock-code',
    'wipe-data-plan',
    'wipe-pin',
  ])('says what exactly a portal does not have: %s', (reason) => {
    const plain = describeError({ code: 'not-supported' });
    const told = describeError({ code: 'not-supported', reason });
    expect(told.title).not.toBe(plain.title);
    expect(told.todo).not.toBe('');
    // The same word from another code means nothing.
    expect(describeError({ code: 'refused', reason }).title).toBe('The portal did not accept this');
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'run out'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'vouches for itself'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'does not know who issued'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'does not know who issued'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'for another address'],
    ['CERT_REVOKED', 'taken back'],
    ['EPROTO', 'too old'],
    ['CERT_SOMETHING_NEW', 'not trusted'],
  ])('says why a certificate is not trusted: %s', (reason, words) => {
    const { sentence, reference } = describeError({ code: 'tls-untrusted', reason, host: 'a' });
    expect(sentence).toContain(words);
    expect(reference).toBe(`For IT: ${reason}`);
  });

  it('shows both dates where one of the two clocks must be wrong', () => {
    const validFrom = Date.UTC(2031, 5, 1, 12);
    const certificate = { subject: '', issuer: '', validFrom, validUntil: validFrom, sha256: '' };
    const { sentence } = describeError({ code: 'clock-skew', host: 'a.example', certificate });
    expect(sentence).toMatch(/valid only from (?:June 1, 2031|1 June 2031)/u);
    expect(sentence).toContain(String(new Date().getFullYear()));
  });

  it('says when a portal that is closed comes back, if it has said so', () => {
    expect(describeError({ code: 'portal-failed', retryAfterMs: 90_000 }).todo).toBe(
      'Try again in 90 seconds.',
    );
  });
});
