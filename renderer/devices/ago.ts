import { relativeTime } from '../text/format.ts';

/** How long ago, as it stands inside a sentence: `3 hours ago`, `yesterday`. Both in epoch ms. */
export function ago(at: number, now: number): string {
  const words = relativeTime(at, now);
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
