import { describe, expect, it } from 'vitest';
import { commaList } from '../../../../renderer/text/comma-list.ts';
import { learn, speak } from '../../../../renderer/text/text.ts';

describe('words one after the other', () => {
  it('are parted by the comma of the language, and none stands alone', () => {
    expect(commaList([])).toBe('');
    expect(commaList(['iPhone 17'])).toBe('iPhone 17');
    expect(commaList(['iPhone 17', 'iOS 27.1', 'your own'])).toBe('iPhone 17, iOS 27.1, your own');
  });

  it('have the comma of Japanese between them in Japanese', async () => {
    await learn('ja');
    speak([], 'ja');
    expect(commaList(['iPhone 17', 'iOS 27.1'])).toBe('iPhone 17、iOS 27.1');
    speak(['en-GB']);
  });
});
