import { calendarDays } from '../text/dates.ts';

/** A mark on the scale: its place from 0 to 1, and how tall it is drawn. */
export type Tick = { at: number; size: 'short' | 'middle' | 'long' };

export type ValidityScale = {
  ticks: Tick[];
  /** How much of the time has passed, 0 to 1. */
  used: number;
  usedDays: number;
  totalDays: number;
  /** Days by the calendar until the end (or the beginning, when it has not begun). */
  daysLeft: number;
  stands: 'before' | 'within' | 'after';
};

const dayMs = 86_400_000;

/**
 * The ruled scale of a validity bar: one mark a month from its first day on, each third one and each twelfth one
 * taller; over six years the marks stand for years, over sixty for decades. Times are epoch ms.
 */
export function validityScale(notBefore: number, notAfter: number, now: number): ValidityScale {
  const length = Math.max(notAfter - notBefore, 1);
  const used = Math.min(1, Math.max(0, (now - notBefore) / length));
  const totalDays = Math.round(length / dayMs);
  const stands = now < notBefore ? 'before' : now > notAfter ? 'after' : 'within';
  const edge = stands === 'before' ? notBefore : notAfter;
  return {
    ticks: ticks(notBefore, notAfter, length),
    used,
    usedDays: Math.min(totalDays, Math.max(0, Math.floor((now - notBefore) / dayMs))),
    totalDays,
    daysLeft: Math.max(0, calendarDays(now, edge)),
    stands,
  };
}

function ticks(notBefore: number, notAfter: number, length: number): Tick[] {
  const years = length / (365.25 * dayMs);
  const months = years > 60 ? 120 : years > 6 ? 12 : 1;
  const [middle, long] = months === 1 ? [3, 12] : [5, 10];
  const first = new Date(notBefore);
  const marks: Tick[] = [];
  for (let count = 0; marks.length < 400; count += 1) {
    const at = Date.UTC(
      first.getUTCFullYear(),
      first.getUTCMonth() + count * months,
      first.getUTCDate(),
      first.getUTCHours(),
      first.getUTCMinutes(),
    );
    if (!(at < notAfter)) break;
    const size = count % long === 0 ? 'long' : count % middle === 0 ? 'middle' : 'short';
    marks.push({ at: Math.max(0, (at - notBefore) / length), size });
  }
  return [...marks.filter((mark) => mark.at < 0.995), { at: 1, size: 'long' }];
}
