import { formatLocale } from './text.ts';

/** Making one takes longer than a whole row of a table; a list of hundreds would make thousands. */
const dates = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

function kept<F>(known: Map<string, F>, options: object, make: (locale: string) => F): F {
  const locale = formatLocale();
  // Whoever travels with the app open is in another time zone from one call to the next.
  const key = `${locale} ${new Date().getTimezoneOffset()} ${JSON.stringify(options)}`;
  const found = known.get(key) ?? make(locale);
  known.set(key, found);
  return found;
}

/** A format for dates in the person's language and time zone, made once for the same `options`. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, options, (locale) => new Intl.DateTimeFormat(locale, options));
}

/** A format for `3 hours ago` in the person's language, made once for the same `options`. */
export function relativeFormat(
  options: Intl.RelativeTimeFormatOptions = {},
): Intl.RelativeTimeFormat {
  return kept(relatives, options, (locale) => new Intl.RelativeTimeFormat(locale, options));
}
