import { afterEach, describe, expect, it } from 'vitest';
import { orderQuestion } from '../../../main/order-question.ts';
import { nativeDate, speakNatively, systemWord } from '../../../main/system-words.ts';

afterEach(() => speakNatively('en'));

describe('native words', () => {
  it('follow the language that was chosen last', () => {
    speakNatively('de');
    expect(systemWord('system.cancel')).toBe('Abbrechen');
    const question = orderQuestion({ kind: 'wipe', deviceName: 'Pixel 10', platform: 'android' });
    expect(question.message).toBe('\u2068Pixel 10\u2069 zurücksetzen?');
    expect(question.buttons).toEqual(['Abbrechen', 'Zurücksetzen']);
    speakNatively('de', ['en-GB', 'de-AT']);
    expect(nativeDate(Date.UTC(2027, 0, 9, 12))).toBe('9. Jänner 2027');
    speakNatively('ja');
    expect(systemWord('system.cancel')).toBe('キャンセル');
  });
});
