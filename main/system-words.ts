import german from '../assets/text/de/system.json' with { type: 'json' };
import english from '../assets/text/en/system.json' with { type: 'json' };
import spanish from '../assets/text/es/system.json' with { type: 'json' };
import french from '../assets/text/fr/system.json' with { type: 'json' };
import japanese from '../assets/text/ja/system.json' with { type: 'json' };
import type { Language } from '../preload/contract/app.ts';

/** Keys of the words that the native side shows: menus and dialogs that have to work without the page. */
export type SystemWord = keyof typeof english;

type Words = Readonly<Record<SystemWord, string>>;

const catalogues: Readonly<Record<Language, Words>> = {
  en: english,
  // A word that is not translated yet is better read in English than as its key.
  de: { ...english, ...german },
  fr: { ...english, ...french },
  es: { ...english, ...spanish },
  ja: { ...english, ...japanese },
};

let words: Words = english;
let locale = 'en-GB';

/**
 * Chooses the language of every native word that is asked for from now on. `system` are the system's languages, as
 * BCP 47: an Austrian one writes German words with Austrian dates.
 */
export function speakNatively(language: Language, system: readonly string[] = []): void {
  words = catalogues[language];
  const own = system.find((tag) => tag.split('-')[0] === language);
  locale = own ?? (language === 'en' ? 'en-GB' : language);
}

/** The words of menus and native dialogs, in the language that was chosen last. */
export function systemWord(key: SystemWord): string {
  return words[key];
}

/** A day in full, `22 November 2026`, in the language of the native words; `at` in epoch ms. */
export function nativeDate(at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at);
}
