import { language } from '../preload/contract/app.ts';
import type { Language, Preferences } from '../preload/contract/app.ts';

/**
 * Languages whose speakers read one of ours, as the matching data of Unicode's CLDR has it: Swiss German is
 * read as German, Catalan as Spanish.
 */
const kin: Readonly<Record<string, Language>> = {
  gsw: 'de',
  lb: 'de',
  nds: 'de',
  rm: 'de',
  br: 'fr',
  co: 'fr',
  oc: 'fr',
  wa: 'fr',
  ast: 'es',
  ca: 'es',
  eu: 'es',
  gl: 'es',
  qu: 'es',
};

/** `de_AT.UTF-8@euro`, as Linux writes it, and `de-AT` alike; null for `C` and whatever else is no language. */
function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replace(/[.@].*$/u, '').replaceAll('_', '-'));
  } catch {
    return null;
  }
}

const spoken = (word: string | undefined): Language | null => language.safeParse(word).data ?? null;

/**
 * Which of the system's languages Latchkey speaks, as BCP 47, best first. Regions stay, for the sake of dates and
 * numbers: `de-AT` is German with Austrian dates. Portuguese is dropped: English is shown to those who read none.
 * A relative of ours counts only where none of ours is on the list.
 *
 * @param system the system's languages in the person's own order, as the platform writes them
 */
export function spokenLanguages(system: readonly string[]): string[] {
  const locales = system.map(localeOf).filter((locale) => locale !== null);
  const own = locales.filter((locale) => spoken(locale.language) !== null).map(String);
  const relatives = locales
    .map((locale) => kin[locale.language])
    .filter((one) => one !== undefined);
  return [...new Set(own.length > 0 ? own : relatives)];
}

/** The language to speak: the chosen one, else the best of the system's, else English. */
export function languageToSpeak(
  chosen: Preferences['language'],
  systemLanguages: readonly string[],
): Language {
  return chosen ?? spoken(systemLanguages[0]?.split('-')[0]) ?? 'en';
}
