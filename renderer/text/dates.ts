import { dateFormat } from './formatters.ts';
import { formatLocale } from './text.ts';

/** `08 Dec 2026`: day, month and year, of one width in a column. `at` in epoch ms, as everywhere in this file. */
export function columnDate(at: number): string {
  return dateFormat({
    day: '2-digit',
    month: 'short',
    year: 'numeric',
  }).format(at);
}

/** `08 December`, `8. Dezember`: with the year when it is not that of `now`. */
export function dayInWords(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat({
    // Other languages write no nought before a day in a sentence.
    day: formatLocale().startsWith('en') ? '2-digit' : 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
  }).format(at);
}

/** `22 Nov`: today on a scale. */
export function dayOnScale(at: number): string {
  return dateFormat({ day: '2-digit', month: 'short' }).format(at);
}

/** `2031`, in this computer's time zone. */
export function yearOf(at: number): string {
  return dateFormat({ year: 'numeric' }).format(at);
}

/** `2024-12-08 00:00:00 UTC`: to compare with what other programs print. */
export function utcMoment(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}

/**
 * Whole days by the calendar of this computer between two moments (epoch ms): 0 on the same date, 1 from one
 * evening to the next morning, negative when `to` comes first. A day of 23 or 25 hours counts as one.
 */
export function calendarDays(from: number, to: number): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber(at: number): number {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}
