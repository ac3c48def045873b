import { describe, expect, it } from 'vitest';
import { languageToSpeak, spokenLanguages } from '../../../main/system-language.ts';

describe('the languages of the system', () => {
  it.each([
    [
      ['de-AT', 'en-GB'],
      ['de-AT', 'en-GB'],
    ],
    [['pt-BR', 'pl'], []],
    [['pt-BR', 'fr-CA'], ['fr-CA']],
    [
      ['de_AT.UTF-8', 'de_AT', 'de', 'C'],
      ['de-AT', 'de'],
    ],
    [['ca_ES@valencia', 'es-ES'], ['es-ES']],
    [['gsw-CH'], ['de']],
    [
      ['DE-ch', 'ja-jp'],
      ['de-CH', 'ja-JP'],
    ],
    [['', 'C', 'POSIX', 'not a language', '-'], []],
    [['den', 'fra-FR'], ['fr-FR']],
  ])('of %j Latchkey speaks %j', (system, spoken) => {
    expect(spokenLanguages(system)).toEqual(spoken);
  });

  it('are followed until one is chosen, and are English where Latchkey speaks none of them', () => {
    expect(languageToSpeak(null, ['de-AT', 'en-GB'])).toBe('de');
    expect(languageToSpeak('ja', ['de-AT'])).toBe('ja');
    expect(languageToSpeak(null, [])).toBe('en');
  });
});
