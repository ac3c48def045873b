import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDaysBetween } from '../../../../main/pkcs12/calendar-days.ts';
import { calendarDays } from '../../../../renderer/text/dates.ts';

describe('days by the calendar', () => {
  it('tomorrow morning is one day away, even from this evening', () => {
    const evening = new Date(2026, 10, 22, 23, 30).getTime();
    const morning = new Date(2026, 10, 23, 0, 10).getTime();
    expect(calendarDaysBetween(evening, morning)).toBe(1);
    expect(calendarDaysBetween(morning, evening)).toBe(1);
  });

  it('later on the same day is no day away', () => {
    const noon = new Date(2026, 10, 22, 12).getTime();
    expect(calendarDaysBetween(noon, new Date(2026, 10, 22, 23, 59).getTime())).toBe(0);
  });

  it('are counted as the page counts them', () => {
    const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(calendarDaysBetween(one, other)).toBe(Math.abs(calendarDays(one, other)));
      }),
    );
  });
});
