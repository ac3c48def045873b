import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutDepths, cutOutline, pathOf } from '../../../../renderer/ui/bitting-cuts.ts';

describe('the bitting', () => {
  it('is cut from the first digits of the fingerprint, modulo 5', () => {
    expect(cutDepths('7c659ea48fff', 9)).toEqual([2, 2, 1, 0, 4, 4, 0, 4, 3]);
  });

  it('is flat where there is no fingerprint', () => {
    expect(cutDepths('', 3)).toEqual([0, 0, 0]);
    expect(cutDepths('zz', 2)).toEqual([0, 0]);
  });

  it('never runs backwards: no fingerprint draws a loop', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 16 }),
        (depths) => {
          const outline = cutOutline(depths, { start: 20, pitch: 17, step: 3.2 });
          const xs = outline.map(([x]) => x);
          expect(xs).toEqual(xs.toSorted((a, b) => a - b));
          expect(outline.at(-1)?.[1]).toBe(0);
        },
      ),
    );
  });

  it('is written as an SVG path, moved down', () => {
    expect(
      pathOf(
        [
          [1, 2],
          [3.25, 4],
        ],
        10,
      ),
    ).toBe('1.0 12.0L3.3 14.0');
  });
});
