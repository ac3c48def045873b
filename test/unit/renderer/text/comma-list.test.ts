import { describe, expect, it } from 'vitest';
import { commaList } from '../../../../renderer/text/comma-list.ts';
import { sentences } from '../../../../renderer/text/sentences.ts';
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
    expect(sentences('終わりました。', 'お待ちください。')).toBe('終わりました。お待ちください。');
    speak(['en-GB']);
    expect(sentences('It is done.', 'Wait.')).toBe('It is done. Wait.');
  });
});
