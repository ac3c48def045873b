import type { ActivityEntry } from '../../preload/contract/activity.ts';
import { systemWord } from '../system-words.ts';

/** With one of these at its beginning a spreadsheet takes a cell for a formula (OWASP, CSV Injection). */
const formula = /^[=+\-@\t\r]/u;
const needsQuotes = /[",\r\n]/u;

/** One cell after RFC 4180 2.5 to 2.7; what a spreadsheet would calculate with gets an apostrophe before it. */
export function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `2026-11-22T13:04:09+01:00`: ISO 8601 with this computer's offset at that moment; `at` in epoch ms. */
export function isoWithOffset(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset();
  const local = new Date(at + minutes * 60_000).toISOString().slice(0, 19);
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? '-' : '+';
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const header = [
  'time',
  'action',
  'subject',
  'count',
  'result',
  'ended',
  'why',
  'reference',
] as const;

function row(entry: ActivityEntry): string[] {
  const { at, action, subjects, count, state, endedAt, error, portalCode, note } = entry;
  const why = [error?.code, error?.reason, portalCode, note].filter(
    (word) => word !== undefined && word !== null,
  );
  return [
    isoWithOffset(at),
    systemWord(`system.activity.${action}`),
    subjects.join('; '),
    String(count),
    systemWord(`system.activity.state.${state}`),
    endedAt === null ? '' : isoWithOffset(endedAt),
    why.join(' '),
    error?.reference ?? '',
  ];
}

/**
 * The log as a table that spreadsheets open: RFC 4180, with a byte order mark, since without one Excel takes UTF-8 for
 * another encoding.
 *
 * @param entries in the order in which they are written
 */
export function activityCsv(entries: readonly ActivityEntry[]): string {
  const rows = [
    header.map((column) => systemWord(`system.activity.column.${column}`)),
    ...entries.map(row),
  ];
  const text = rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
  return `\uFEFF${text}`;
}
