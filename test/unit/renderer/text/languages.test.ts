import { describe, expect, it } from 'vitest';
import { languageToSpeak, localeOf } from '../../../../renderer/text/languages.ts';

describe('the language of the page', () => {
  it('is the system’s best until one is chosen', () => {
    expect(languageToSpeak(null, ['fr-CA', 'de'])).toBe('fr');
    expect(languageToSpeak('es', ['fr-CA', 'de'])).toBe('es');
    expect(languageToSpeak(null, [])).toBe('en');
  });

  it('is written with the system’s own dates where it has the same language', () => {
    expect(localeOf('de', ['en-GB', 'de-AT'])).toBe('de-AT');
    expect(localeOf('en', ['en-GB', 'de-AT'])).toBe('en-GB');
    expect(localeOf('ja', ['en-GB'])).toBe('ja');
  });
});
