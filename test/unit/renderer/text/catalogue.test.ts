import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { english } from '../../../../renderer/text/english.ts';

const messages = Object.entries(english);

describe('the English messages', () => {
  it('compile, and none is empty: an empty one would show its key', () => {
    const broken = messages.filter(([, message]) => {
      try {
        return compileMessageOrThrow(message).length === 0 || message === '';
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  it('hold no exclamation mark and no two spaces', () => {
    expect(messages.filter(([, message]) => /!|\s{2}/u.test(message))).toEqual([]);
  });

  it('are set with real apostrophes, which ICU does not take for quotes', () => {
    expect(messages.filter(([, message]) => message.includes("'"))).toEqual([]);
  });
});
