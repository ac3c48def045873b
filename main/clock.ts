import { setTimeout as delay } from 'node:timers/promises';

/** Time as the features see it, so that a test can hold it in its hand. */
export type Clock = {
  /** Epoch ms. */
  now: () => number;
  /** Ms since some moment; goes on evenly when somebody sets the clock. Whether it counts sleep is the system's affair. */
  elapsed: () => number;
  /** Resolves after `ms`; rejects with an AbortError when the signal fires. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 up to 1, for the jitter of back-offs. */
  random: () => number;
};

/** The computer's own time. Sleeping does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, signal === undefined ? { ref: false } : { ref: false, signal });
  },
  random: () => Math.random(),
};
