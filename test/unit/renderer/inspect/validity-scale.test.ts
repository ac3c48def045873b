import { describe, expect, it } from 'vitest';
import { validityScale } from '../../../../renderer/inspect/validity-scale.ts';

const from = Date.UTC(2024, 11, 8);
const to = Date.UTC(2026, 11, 8);
const dayMs = 86_400_000;

describe('the validity bar', () => {
  it('has a mark for each month, a taller one each quarter, the tallest each year', () => {
    const { ticks } = validityScale(from, to, Date.UTC(2026, 10, 22));
    expect(ticks).toHaveLength(25);
    expect(ticks.filter((tick) => tick.size === 'long').map((tick) => tick.at)).toEqual([
      0,
      expect.closeTo(0.5, 5),
      1,
    ]);
    expect(ticks.filter((tick) => tick.size === 'middle')).toHaveLength(6);
  });

  it('counts the days that have passed and the days that are left', () => {
    const scale = validityScale(from, to, Date.UTC(2026, 10, 22, 13));
    expect(scale).toMatchObject({ usedDays: 714, totalDays: 730, daysLeft: 16, stands: 'within' });
    expect(scale.used).toBeCloseTo(0.979, 3);
  });

  it('stands at its beginning before the first day and at its end after the last', () => {
    expect(validityScale(from, to, from - dayMs)).toMatchObject({
      used: 0,
      stands: 'before',
      daysLeft: 1,
    });
    expect(validityScale(from, to, to + 1)).toMatchObject({
      used: 1,
      stands: 'after',
      daysLeft: 0,
    });
  });

  it('marks years instead of months on a root of twenty years', () => {
    const { ticks } = validityScale(Date.UTC(2019, 0, 1), Date.UTC(2039, 0, 1), from);
    expect(ticks).toHaveLength(21);
  });

  it('survives a certificate that ends before it begins, and one without an end', () => {
    expect(validityScale(to, from, to).ticks).toEqual([{ at: 1, size: 'long' }]);
    expect(validityScale(from, Date.UTC(9999, 11, 31), to).ticks.length).toBeLessThan(1000);
  });
});
