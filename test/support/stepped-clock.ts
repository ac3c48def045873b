import { systemClock } from '../../main/clock.ts';
import type { Clock } from '../../main/clock.ts';

/** A clock that the test can put forward; whoever sleeps wakes up when their time has come. */
export type SteppedClock = Clock & {
  /** Puts the clock forward by so many ms. */
  step: (ms: number) => void;
  /** Somebody sets the clock by so many ms: no time passes. */
  set: (ms: number) => void;
  /** While true nobody who sleeps wakes up: the computer is asleep too. */
  isFrozen: boolean;
};

/** Runs with the real time until it is put forward. */
export function createSteppedClock(): SteppedClock {
  let shift = 0;
  let moved = 0;
  const clock: SteppedClock = {
    ...systemClock,
    isFrozen: false,
    now: () => Date.now() + shift + moved,
    elapsed: () => performance.now() + shift,
    sleep: async (ms, signal) => {
      const until = clock.elapsed() + ms;
      while (clock.isFrozen || clock.elapsed() < until) await systemClock.sleep(5, signal);
    },
    step: (ms) => {
      shift += ms;
    },
    set: (ms) => {
      moved += ms;
    },
  };
  return clock;
}
