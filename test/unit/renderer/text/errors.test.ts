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
});
