import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { english } from './english.ts';
import type { TextKey } from './english.ts';

export type { TextKey } from './english.ts';
export type TextParams = Readonly<Record<string, string | number>>;

const catalogue = setupI18n();
// Compiles to a tree and not to code, so that the content policy can forbid `eval`.
catalogue.setMessagesCompiler(compileMessage);
catalogue.load('en', english);
catalogue.activate('en');

/**
 * Chooses the language of the words and the locale of dates and numbers, both as BCP 47. `system` are the
 * system's languages, best first: a British system writes English words with British dates.
 */
export function speak(system: readonly string[]): void {
  const locale = system.find((language) => language === 'en' || language.startsWith('en-')) ?? 'en';
  catalogue.activate('en', locale);
}

/** The locale in which dates and numbers are written, as BCP 47. */
export function formatLocale(): string {
  const { locales, locale } = catalogue;
  return typeof locales === 'string' ? locales : locale;
}

/** The words for a key, with its placeholders filled in. */
export function t(key: TextKey, params?: TextParams): string {
  return catalogue._(key, params);
}
