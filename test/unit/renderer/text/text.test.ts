import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatLocale, learn, speak, spokenLanguage, t } from '../../../../renderer/text/text.ts';

afterEach(() => speak(['en-GB']));

describe('another language', () => {
  it('is spoken once it has been learnt, with the system’s own dates', async () => {
    await learn('de');
    speak(['de-AT'], 'de');
    expect(t('session.submit')).toBe('Anmelden');
    expect(t('drop.files', { count: 2 })).toBe('2 Dateien');
    expect([spokenLanguage(), formatLocale()]).toEqual(['de', 'de-AT']);
  });

  it('shows English for what it lacks, and never a key', async () => {
    vi.resetModules();
    const fresh = await import('../../../../renderer/text/text.ts');
    fresh.teach('es', { 'session.submit': 'Iniciar sesión' });
    fresh.speak([], 'es');
    expect(fresh.t('session.submit')).toBe('Iniciar sesión');
    expect(fresh.t('session.username')).toBe('User name');
    expect(fresh.t('drop.files', { count: 1 })).toBe('1 file');
  });

  it('stays English while nobody has fetched its words', async () => {
    // What one test has learnt, all of them know.
    vi.resetModules();
    const fresh = await import('../../../../renderer/text/text.ts');
    fresh.speak(['ja-JP'], 'ja');
    expect([fresh.spokenLanguage(), fresh.t('session.submit')]).toEqual(['en', 'Sign in']);
  });
});
