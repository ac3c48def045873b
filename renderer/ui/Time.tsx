import type { ReactElement } from 'react';
import { exactTime, relativeTime } from '../text/format.ts';
import { useNow } from './clock.ts';

/** A moment in words ("3 hours ago"), with the exact time on hover. */
export function Time({ at }: { at: number }): ReactElement {
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
