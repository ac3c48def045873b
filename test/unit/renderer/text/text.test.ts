import { afterEach, describe, expect, it } from 'vitest';
import {
  formatLocale,
  learn,
  speak,
  spokenLanguage,
  t,
  teach,
} from '../../../../renderer/text/text.ts';

afterEach(() => speak(['en-GB']));

describe('another language', () => {
  it('is spoken once it has been learnt, with the system’s own dates', async () => {
    await learn('de');
    speak(['de-AT'], 'de');
    expect(t('session.submit')).toBe('Anmelden');
    expect(t('drop.files', { count: 2 })).toBe('2 Dateien');
    expect([spokenLanguage(), formatLocale()]).toEqual(['de', 'de-AT']);
  });

  it('shows English for what it lacks, and never a key', () => {
    teach('es', { 'session.submit': 'Iniciar sesión' });
    speak([], 'es');
    expect(t('session.submit')).toBe('Iniciar sesión');
    expect(t('session.username')).toBe('User name');
    expect(t('drop.files', { count: 1 })).toBe('1 file');
  });

  it('stays English while nobody has fetched its words', () => {
    speak(['ja-JP'], 'ja');
    expect([spokenLanguage(), t('session.submit')]).toEqual(['en', 'Sign in']);
  });
});
