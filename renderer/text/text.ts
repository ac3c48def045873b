import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Language } from '../../preload/contract/app.ts';
import type { Messages } from './catalogue.ts';
import { english } from './english.ts';
import type { TextKey } from './english.ts';
import { localeOf, translations } from './languages.ts';

export type { TextKey } from './english.ts';
export type TextParams = Readonly<Record<string, string | number>>;

type Compiled = ReturnType<typeof compileMessage>;

const catalogue = setupI18n();
const compiled = new Map<string, Compiled>();
const known = new Set<Language>(['en']);

// Compiles to a tree and not to code, so that the content policy can forbid `eval`; each message once.
catalogue.setMessagesCompiler((message) => {
  const ready = compiled.get(message) ?? compileMessage(message);
  compiled.set(message, ready);
  return ready;
});
catalogue.load('en', english);
catalogue.activate('en');

/** Takes in the messages of a language. What is missing among them stays English. */
export function teach(language: Language, messages: Messages): void {
  catalogue.load(language, { ...english, ...messages });
  known.add(language);
}

/** Whether the messages of a language are there. */
export function isKnown(language: Language): boolean {
  return known.has(language);
}

/** Fetches the messages of a language out of the app, unless they are there. */
export async function learn(language: Language): Promise<void> {
  if (language === 'en' || isKnown(language)) return;
  teach(language, await translations[language]());
}

/**
 * Chooses the language of the words, which has been learnt, and with it the locale of dates and numbers.
 * `system` are the system's languages, as BCP 47, best first: a British system writes English with British dates.
 */
export function speak(system: readonly string[], language: Language = 'en'): void {
  catalogue.activate(known.has(language) ? language : 'en', localeOf(language, system));
}

/** The language of the words, as BCP 47. */
export function spokenLanguage(): string {
  return catalogue.locale;
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
