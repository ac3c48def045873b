import type { Language, Preferences } from '../../preload/contract/app.ts';
import type { Messages } from './catalogue.ts';

/** What each language calls itself: who looks for it may read no other. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
};

/** In the order in which they are offered. */
export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const satisfies readonly Language[];

/** English comes with the page; each of the others is a file of its own, taken from the app when it is needed. */
export const translations: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Messages>>> = {
  de: async () => (await import('./german.ts')).german,
  fr: async () => (await import('./french.ts')).french,
  es: async () => (await import('./spanish.ts')).spanish,
  ja: async () => (await import('./japanese.ts')).japanese,
};

/** The language part of a BCP 47 tag: `de` of `de-AT`. */
const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;

/**
 * The language to speak: the chosen one, else the best of the system's, else English. `systemLanguages` as main
 * tells them: only such as Latchkey speaks.
 */
export function languageToSpeak(
  chosen: Preferences['language'],
  systemLanguages: readonly string[],
): Language {
  const first = languageOf(systemLanguages[0] ?? 'en');
  return chosen ?? languages.find((language) => language === first) ?? 'en';
}

/** The locale of dates and numbers: the system's own kind of the language (`de-AT` for `de`) where it has one. */
export function localeOf(language: Language, systemLanguages: readonly string[]): string {
  return systemLanguages.find((tag) => languageOf(tag) === language) ?? language;
}
