import { calendarDays } from '../text/dates.ts';
import { formatLocale, t } from '../text/text.ts';

const locally = (at: number, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(formatLocale(), how).format(at);

/**
 * The name of a day and, under it, what the name leaves out: `Today`, `Sunday 22 November`; `Friday`, `20 November`;
 * `9 October 2025`, `Thursday`. Both moments in epoch ms.
 */
export function dayWords(at: number, now: number): { title: string; more: string } {
  const days = calendarDays(at, now);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const date: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  };
  if (days === 0 || days === 1) {
    const title = t(days === 0 ? 'activity.today' : 'activity.yesterday');
    return { title, more: locally(at, { weekday: 'long', ...date }) };
  }
  const weekday = locally(at, { weekday: 'long' });
  return days > 1 && days < 7
    ? { title: weekday, more: locally(at, date) }
    : { title: locally(at, date), more: weekday };
}
