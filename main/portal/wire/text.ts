import { z } from 'zod';

// Bidirectional controls and byte order marks: with them `Wipe Alice's phone` can be made to read otherwise.
const invisible = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const control = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * Makes a text from a portal fit to be shown: no control or bidirectional characters, white space in one piece,
 * well-formed UTF-16, cut to `max` UTF-16 units with an ellipsis.
 */
export function cleanText(text: string, max: number): string {
  // Cut roughly first: a name of a megabyte is not worth three passes over it.
  const plain = text
    .slice(0, max * 4)
    .replaceAll(invisible, '')
    .replaceAll(control, ' ')
    .toWellFormed()
    .trim();
  if (plain.length <= max) return plain;
  return `${plain.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** Words that the vendor's API puts where it knows nothing (portal-api.md 2.1). */
const sentinels = new Set(['not present', 'unknown', 'na', 'n/a', 'null', 'none', '']);

const asText = (value: unknown, max: number): string | null => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const clean = cleanText(value, max);
  return sentinels.has(clean.toLowerCase()) ? null : clean;
};

/** Any value, and also none: a key that is missing is as good as null. */
export const anything = z.unknown().optional();

/** A text of many lines, cleaned like any other (`cleanText`); its line breaks stay. `''` for anything that is no text. */
export const longText = (max: number) =>
  anything.transform((value): string => {
    if (typeof value !== 'string') return '';
    const lines = value.slice(0, max * 2).split(/\r\n|[\r\n\u2028\u2029]/u);
    return lines
      .map((line) => cleanText(line, max))
      .join('\n')
      .trim()
      .slice(0, max)
      .toWellFormed();
  });

/** A text or nothing; numbers become text, the vendor's words for nothing become null. */
export const optionalText = (max = 512) =>
  anything.transform((value): string | null => asText(value, max));

/** A list of texts; whatever else stands in it is left out. */
export const texts = (max: number) =>
  anything.transform((value): string[] =>
    Array.isArray(value)
      ? value.slice(0, max).flatMap((item: unknown) => asText(item, 512) ?? [])
      : [],
  );

/**
 * An id that goes back to the portal as it came. Dots alone would climb out of the path that it is put into.
 */
export const wireId = z
  .union([z.string(), z.number().transform(String)])
  .refine((id) => /^[^\p{Cc}]{1,128}$/u.test(id) && !/^\.+$/u.test(id));

/** Epoch ms within what `Date` can hold, or null. */
export const optionalTime = anything.transform((value): number | null => {
  const time = typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : value;
  if (typeof time !== 'number' || !(Math.abs(time) <= 8.64e15)) return null;
  return Math.round(time);
});

/** True only for `true`: a portal that says something else has not said yes. */
export const flag = anything.transform((value): boolean => value === true);

/** A whole number from 0 up, or null. */
export const optionalCount = anything.transform((value): number | null => {
  const count = typeof value === 'string' && /^\d{1,15}$/u.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
});

/** A finite number from `min` to `max`, or null. */
export const optionalNumber = (min: number, max: number) =>
  anything.transform((value): number | null =>
    typeof value === 'number' && value >= min && value <= max ? value : null,
  );

/** An enumeration's token in one spelling: `Retire Pending` and `RETIRE_PENDING` are the same. */
export const token = anything.transform((value): string =>
  typeof value === 'string'
    ? cleanText(value, 128)
        .toUpperCase()
        .replaceAll(/[\s-]+/gu, '_')
    : '',
);
