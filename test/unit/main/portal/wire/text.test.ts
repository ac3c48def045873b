import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanText,
  flag,
  optionalCount,
  optionalNumber,
  optionalText,
  optionalTime,
  texts,
  token,
  wireId,
} from '../../../../../main/portal/wire/text.ts';

describe('a text from a portal', () => {
  it.each([
    ['Ines’s iPhone', 'Ines’s iPhone'],
    ['  spaced  ', 'spaced'],
    ['two\r\nlines\tand\u0000more', 'two lines and more'],
    ['\u202eenohP\u202c', 'enohP'],
    ['a\u2066b\u2069c', 'abc'],
    [
      'family \u{1f468}\u200d\u{1f469}\u200d\u{1f466}',
      'family \u{1f468}\u200d\u{1f469}\u200d\u{1f466}',
    ],
    ['half \ud83d', 'half \ufffd'],
    ['שלום', 'שלום'],
    ['<b>bold</b>', '<b>bold</b>'],
  ])('%j is shown as %j', (text, shown) => {
    expect(cleanText(text, 64)).toBe(shown);
  });

  it('is cut with an ellipsis, and never through the middle of a letter', () => {
    expect(cleanText('abcdef', 4)).toBe('abc…');
    expect(cleanText('ab\u{1f600}def', 4)).toBe('ab…');
    expect(cleanText('x'.repeat(1_000_000), 512)).toHaveLength(512);
  });

  it('is short, whole and without controls, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const clean = cleanText(text, 50);
        expect(clean.length).toBeLessThanOrEqual(50);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }),
    );
  });

  it.each([
    'Not Present',
    'UNKNOWN',
    'NA',
    'n/a',
    '',
    '   ',
    null,
    undefined,
    {},
    [],
    true,
    Number.NaN,
  ])('that is %j means that nothing is known', (value) => {
    expect(optionalText().parse(value)).toBeNull();
  });

  it('may be a number', () => {
    expect(optionalText().parse(356_982_110_447_315)).toBe('356982110447315');
  });

  it('in a list is one of those that are texts', () => {
    expect(texts(2).parse(['a', null, 'b', 'c'])).toEqual(['a']);
    expect(texts(9).parse(['a', { b: 1 }, 'NA', 'c'])).toEqual(['a', 'c']);
    expect(texts(9).parse('a')).toEqual([]);
  });

  it('of an enumeration has one spelling', () => {
    expect(token.parse('Retire Pending')).toBe('RETIRE_PENDING');
    expect(token.parse('wipe-pending')).toBe('WIPE_PENDING');
    expect(token.parse(7)).toBe('');
  });
});

describe('an id', () => {
  it.each([
    [7, '7'],
    ['a b/c', 'a b/c'],
  ])('%j goes back as it came', (value, id) => {
    expect(wireId.parse(value)).toBe(id);
  });

  it.each(['', '.', '..', 'a\nb', 'x'.repeat(129), null, {}])('%j is none', (value) => {
    expect(wireId.safeParse(value).success).toBe(false);
  });
});

describe('numbers', () => {
  it.each([
    [1_596_026_443_798, 1_596_026_443_798],
    ['1596026443798', 1_596_026_443_798],
    [0, 0],
    [1.4, 1],
    [8.64e15 + 1, null],
    [Number.POSITIVE_INFINITY, null],
    [Number.NaN, null],
    ['soon', null],
    [null, null],
    [undefined, null],
    [{}, null],
  ])('the time %j is %j', (value, time) => {
    expect(optionalTime.parse(value)).toBe(time);
  });

  it.each([
    [3, 3],
    ['3', 3],
    [-1, null],
    [1.5, null],
    [1e300, null],
    ['', null],
  ])('the count %j is %j', (value, count) => {
    expect(optionalCount.parse(value)).toBe(count);
  });

  it('outside of what can be are unknown', () => {
    const percent = optionalNumber(0, 100);
    expect([0, 50.5, 100, -1, 101, '50', null].map((value) => percent.parse(value))).toEqual([
      0,
      50.5,
      100,
      null,
      null,
      null,
      null,
    ]);
  });

  it('are no yes: only true is', () => {
    expect([true, 1, 'true', null, undefined].map((value) => flag.parse(value))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
