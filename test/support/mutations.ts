import fc from 'fast-check';

/** JSON as text, so that numbers can stand in it that JavaScript would not write. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a broken or hostile portal may put in the place of any value, as JSON text. */
const junk = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    'false',
    '0',
    '-1',
    '1e999',
    '-1e999',
    '1.5',
    '9007199254740993',
    '8640000000000001',
    '""',
    '"Not Present"',
    '"UNKNOWN"',
    '"NaN"',
    '"undefined"',
    '[]',
    '{}',
    '[[[[[[[[]]]]]]]]',
    '{"__proto__":{"polluted":true}}',
    '{"constructor":null,"toString":1}',
    '"\\u202e\\u0000\\ud800"',
    '".."',
    '"<script>alert(1)</script>"',
    `"${'x'.repeat(5_000)}"`,
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text)),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value) ?? 'null'),
);

const isJson = (value: unknown): value is Json => value !== undefined;

function places(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + places(inner), 1);
}

/** Writes JSON with the value at the `at`-th place, counted from the outside in, replaced or left out. */
function write(value: Json, at: { left: number }, replacement: string | null): string | null {
  at.left -= 1;
  if (at.left === -1) return replacement;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => write(item, at, replacement) ?? []);
    return `[${items.join(',')}]`;
  }
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const text = write(inner, at, replacement);
    return text === null ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return `{${entries.join(',')}}`;
}

/** Texts that differ from a good answer at one to three places. */
export function mutationsOf(good: string): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(), value: fc.option(junk, { freq: 4 }) });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    let text = good;
    for (const { at, value } of changes) {
      const parsed: unknown = JSON.parse(text);
      if (!isJson(parsed)) break;
      text = write(parsed, { left: at % places(parsed) }, value) ?? 'null';
    }
    return text;
  });
}

const nonsense = ['[object ', 'undefined', 'NaN'];

/**
 * Does a value hold what must never be shown: undefined, NaN, an infinity, or one of them or an object turned into
 * text? A word that the portal has sent itself is a name like any other.
 *
 * @param sent the portal's answer, as text
 */
export function holdsNonsense(value: unknown, sent = ''): boolean {
  if (value === undefined) return true;
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value === 'string')
    return nonsense.some((word) => value.includes(word) && !sent.includes(word));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => holdsNonsense(inner, sent));
}
