import type { ActivityEntry } from '../../preload/contract/activity.ts';
import { calendarDays } from '../text/dates.ts';
import { searchText } from './entry-words.ts';
import { kinds } from './kinds.ts';
import type { Area } from './kinds.ts';

export type Filter = 'all' | Area;
export const filters = ['all', 'devices', 'certificates', 'account'] as const;

/** The entries of one day by this computer's calendar, newest first; `at` (epoch ms) is a moment of that day. */
export type Day = { at: number; entries: readonly ActivityEntry[] };

/** What is found, newest first, and how many of it each filter would show. */
export type Found = {
  entries: readonly ActivityEntry[];
  counts: Readonly<Record<Filter, number>>;
};

/**
 * Searches and filters the log.
 *
 * @param entries oldest first, as main tells them
 * @param query every one of its words has to be found, in any case
 */
export function find(entries: readonly ActivityEntry[], query: string, filter: Filter): Found {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const hits =
    words.length === 0
      ? entries
      : entries.filter((entry) => {
          const text = searchText(entry);
          return words.every((word) => text.includes(word));
        });
  const within = (area: Filter): readonly ActivityEntry[] =>
    area === 'all' ? hits : hits.filter(({ action }) => kinds[action].area === area);
  return {
    // A call that took its time is written down after one that began later.
    entries: within(filter).toSorted((one, other) => other.at - one.at),
    counts: {
      all: hits.length,
      devices: within('devices').length,
      certificates: within('certificates').length,
      account: within('account').length,
    },
  };
}

/** Puts entries, newest first, into their days. */
export function byDay(entries: readonly ActivityEntry[]): Day[] {
  const days: { at: number; entries: ActivityEntry[] }[] = [];
  for (const entry of entries) {
    const day = days.at(-1);
    if (day !== undefined && calendarDays(entry.at, day.at) === 0) day.entries.push(entry);
    else days.push({ at: entry.at, entries: [entry] });
  }
  return days;
}
