import { dateFormat, relativeFormat } from './formatters.ts';
import { formatLocale, t } from './text.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `13:04`, as the locale writes it. `at` in epoch ms, as everywhere in this file. */
export function clockTime(at: number): string {
  return dateFormat({ timeStyle: 'short' }).format(at);
}

/** `22 Nov 2026, 10:02:31 CET`: everything, for a tooltip. */
export function exactTime(at: number): string {
  return dateFormat({ dateStyle: 'medium', timeStyle: 'long' }).format(at);
}

/** `9 Oct`, with the year when it is not this one. */
export function shortDate(at: number, now: number = Date.now()): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat({
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
  }).format(at);
}

/** `9 October 2027`, in full. */
export function longDate(at: number): string {
  return dateFormat({ dateStyle: 'long' }).format(at);
}

/** `22 Nov, 10:02`, with the year when it is not this one. */
export function dateAndTime(at: number, now: number = Date.now()): string {
  return t('time.date-and-time', { date: shortDate(at, now), time: clockTime(at) });
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/**
 * How long ago: `Just now`, `4 min ago`, `3 hours ago`, `Yesterday`, then the date. A moment in the future, as a
 * clock that is off makes it, counts as now.
 */
export function relativeTime(at: number, now: number): string {
  const locale = formatLocale();
  const past = now - at;
  if (past < minuteMs) return t('time.now');
  const days = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
  if (past < hourMs) {
    // English reads `4 min ago`; the short forms of other languages end in a dot, which sentences can't take.
    const style = locale.startsWith('en') ? 'short' : 'long';
    return relativeFormat({ style })
      .format(-Math.floor(past / minuteMs), 'minute')
      .replace('.', '');
  }
  if (days === 0) {
    return relativeFormat().format(-Math.floor(past / hourMs), 'hour');
  }
  if (days === 1) {
    const words = relativeFormat({ numeric: 'auto' }).format(-1, 'day');
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  }
  return shortDate(at, now);
}

/** A length of time in words: `9 seconds`, `4 minutes`, `3 hours`. `ms` in milliseconds. */
export function duration(ms: number): string {
  const [value, unit] =
    ms < minuteMs
      ? [Math.max(1, Math.round(ms / 1000)), 'second']
      : ms < hourMs
        ? [Math.round(ms / minuteMs), 'minute']
        : ms < dayMs
          ? [Math.round(ms / hourMs), 'hour']
          : [Math.round(ms / dayMs), 'day'];
  return new Intl.NumberFormat(formatLocale(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(value);
}

/** A number as the locale writes it. */
export function number(value: number): string {
  return new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 0 }).format(value);
}

/** A size: `812 bytes`, `2.9 kB`, `1.2 MB`, `82 GB`; 1 kB is 1000 bytes. */
export function fileSize(bytes: number): string {
  const [value, unit] =
    bytes < 1000
      ? [bytes, 'byte']
      : bytes < 1_000_000
        ? [bytes / 1000, 'kilobyte']
        : bytes < 1_000_000_000
          ? [bytes / 1_000_000, 'megabyte']
          : [bytes / 1_000_000_000, 'gigabyte'];
  return new Intl.NumberFormat(formatLocale(), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** `62 %`; `share` runs from 0 to 1. */
export function percent(share: number): string {
  return new Intl.NumberFormat(formatLocale(), {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** `F2LX K9Q7 0D4M`: the same characters in groups of four, without what they were parted by before. */
export function groupsOfFour(value: string): string {
  return (value.replaceAll(/[\s:-]/gu, '').match(/.{1,4}/gsu) ?? []).join(' ');
}
