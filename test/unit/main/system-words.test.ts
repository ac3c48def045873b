import { afterEach, describe, expect, it } from 'vitest';
import { orderQuestion } from '../../../main/order-question.ts';
import { speakNatively, systemWord } from '../../../main/system-words.ts';

afterEach(() => speakNatively('en'));

describe('native words', () => {
  it('follow the language that was chosen last', () => {
    speakNatively('de');
    expect(systemWord('system.cancel')).toBe('Abbrechen');
    const question = orderQuestion({ kind: 'wipe', deviceName: 'Pixel 10', platform: 'android' });
    expect(question.message).toBe('\u2068Pixel 10\u2069 zurücksetzen?');
    expect(question.buttons).toEqual(['Abbrechen', 'Zurücksetzen']);
    speakNatively('ja');
    expect(systemWord('system.cancel')).toBe('キャンセル');
  });
});
