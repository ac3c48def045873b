/**
 * Whole days by this computer's calendar from one moment to another (epoch ms), never negative: 0 on the same date,
 * 1 from one evening to the next morning. The page counts in the same way (`calendarDays` in renderer/text/dates.ts),
 * so that a check, the command line and the page say the same number of days.
 */
export function calendarDaysBetween(one: number, other: number): number {
  return Math.abs(dayNumber(other) - dayNumber(one));
}

function dayNumber(at: number): number {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}
