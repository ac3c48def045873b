import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';

/** At most one destructive call in this time, counted from the end of the last one (security.md 2.1), ms. */
const pause = 5_000;

/** Runs what can't be undone: one at a time, and never two within five seconds. */
export type DestructiveTurn = <T>(run: () => Promise<T>) => Promise<T>;

/**
 * A page gone wild gets one dialog in front of the person, and not a hundred.
 *
 * @returns a function that throws Failure `busy` (`destructive`) when it is not its turn
 */
export function createDestructiveTurn(clock: Pick<Clock, 'now'>): DestructiveTurn {
  let isUnderWay = false;
  let last = -Infinity;
  return async (run) => {
    if (isUnderWay || Math.abs(clock.now() - last) < pause)
      throw failure('busy', { reason: 'destructive' });
    isUnderWay = true;
    try {
      return await run();
    } finally {
      isUnderWay = false;
      last = clock.now();
    }
  };
}
