/** How far the typing of a device's name has come. */
export type NameMatch =
  | { state: 'same' }
  /** `rest` is what is still to be typed; its length in letters as a person counts them is `left`. */
  | { state: 'begun'; rest: string; left: number }
  | { state: 'other' };

/** Letters as a person sees them, each with what counts as typed right: a keyboard has only straight quotes. */
function letters(text: string): { seen: string; same: string }[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => ({
      seen: segment,
      same: segment
        .normalize('NFC')
        .replaceAll(/\s/gu, ' ')
        .replaceAll(/[\u2018\u2019\u02BC]/gu, "'")
        .replaceAll(/[\u201C\u201D]/gu, '"'),
    }),
  );
}

/** The name as it is typed: characters that can't be seen can't be asked for, and one space is enough. */
const plain = (text: string): string =>
  text
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trimStart();

/** Compares what was typed with the name, as leniently as main does before a wipe. */
export function matchName(name: string, typed: string): NameMatch {
  const wanted = letters(plain(name).trimEnd());
  const given = letters(plain(typed));
  const isSoFar = given.every(({ same }, place) => wanted[place]?.same === same);
  if (isSoFar && given.length < wanted.length) {
    const rest = wanted.slice(given.length);
    return { state: 'begun', rest: rest.map(({ seen }) => seen).join(''), left: rest.length };
  }
  const trimmed = letters(plain(typed).trimEnd());
  const isSame =
    trimmed.length === wanted.length &&
    trimmed.every(({ same }, place) => wanted[place]?.same === same);
  return isSame ? { state: 'same' } : { state: 'other' };
}
