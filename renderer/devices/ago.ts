import { relativeTime, shortDate } from '../text/format.ts';

/** How long ago, as it stands inside a sentence: `3 hours ago`, `yesterday`, `Nov 12`. Both in epoch ms. */
export function ago(at: number, now: number): string {
  const words = relativeTime(at, now);
  // The name of a month is written as its language writes it.
  if (words === shortDate(at, now)) return words;
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
