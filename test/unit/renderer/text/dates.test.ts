import { describe, expect, it } from 'vitest';
import { calendarDays, utcMoment } from '../../../../renderer/text/dates.ts';

const now = new Date(2026, 10, 22, 13, 6).getTime();

describe('days by the calendar', () => {
  it('tomorrow morning is one day away, even from this evening', () => {
    const evening = new Date(2026, 10, 22, 23, 30).getTime();
    expect(calendarDays(evening, new Date(2026, 10, 23, 0, 10).getTime())).toBe(1);
  });

  it('later on the same day is no day away', () => {
    expect(calendarDays(now, new Date(2026, 10, 22, 23, 59).getTime())).toBe(0);
  });

  it('a year with both changes of the clock has 365 days', () => {
    expect(calendarDays(new Date(2026, 0, 1).getTime(), new Date(2027, 0, 1).getTime())).toBe(365);
  });
});

describe('a moment in UTC', () => {
  it('reads as other programs print it', () => {
    expect(utcMoment(Date.UTC(2024, 11, 8))).toBe('2024-12-08 00:00:00 UTC');
  });
});
