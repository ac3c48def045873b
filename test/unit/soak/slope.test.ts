import { describe, expect, it } from 'vitest';
import { isLeak, settled, slopeOf } from '../../soak/slope.ts';
import type { Point } from '../../soak/slope.ts';

const minute = 60_000;
const series = (value: (minutes: number) => number): Point[] =>
  Array.from({ length: 61 }, (_, at) => ({ at: at * minute, value: value(at) }));
/** Memory between two collections of garbage. */
const saw = (at: number): number => (at % 7) * 3;
const limit = { perHour: 5, least: 4 };

describe('a slope', () => {
  it('is what the quantity grows by in an hour', () => {
    const { perHour, growth, fit } = slopeOf(series((at) => 20 + at / 10));
    expect(perHour).toBeCloseTo(6);
    expect(growth).toBeCloseTo(6);
    expect(fit).toBeCloseTo(1);
  });

  it('of a short run is not made more of than it was', () => {
    const points = series((at) => at / 10).slice(0, 11);
    expect(slopeOf(points).perHour).toBeCloseTo(6);
    expect(slopeOf(points).growth).toBeCloseTo(1);
  });

  it('of too few points, or of points at one time, is flat', () => {
    expect(slopeOf([{ at: 0, value: 9 }])).toEqual({ perHour: 0, growth: 0, fit: 0 });
    const same = [1, 2, 3].map((value) => ({ at: 5, value }));
    expect(slopeOf(same).perHour).toBe(0);
  });
});

describe('a leak', () => {
  it('is a growth that goes on', () => {
    expect(isLeak(slopeOf(series((at) => 50 + at / 5)), limit)).toBe(true);
    expect(isLeak(slopeOf(series((at) => 50 + at / 2 + saw(at))), limit)).toBe(true);
  });

  it('is not a wave, a step at the start, or a fall', () => {
    expect(isLeak(slopeOf(series((at) => 50 + saw(at))), limit)).toBe(false);
    expect(isLeak(slopeOf(settled(series((at) => (at < 10 ? at * 5 : 50)))), limit)).toBe(false);
    expect(isLeak(slopeOf(series((at) => 50 - at)), limit)).toBe(false);
  });

  it('is not told from a run that is too short for it', () => {
    expect(isLeak(slopeOf(series((at) => at / 5).slice(0, 4)), limit)).toBe(false);
  });
});
