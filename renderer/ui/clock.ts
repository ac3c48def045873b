import { useSyncExternalStore } from 'react';

const beatMs = 20_000;
/** So old the time may be for something that has just come onto the page. */
const freshMs = 1000;
/** How far this computer's clock is ahead of the portal's, in ms. */
let ahead = 0;
let now = currentTime();
const listeners = new Set<() => void>();
let beat: ReturnType<typeof setInterval> | undefined;

/** The time in epoch ms, by the portal's clock where this computer's is known to be wrong. */
export function currentTime(): number {
  return Date.now() - ahead;
}

/** Sets the time right by which ages are counted: `aheadMs` is how far this computer is ahead of the portal. */
export function correctTime(aheadMs: number): void {
  ahead = aheadMs;
  tick();
}

function tick(): void {
  now = currentTime();
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  beat ??= setInterval(tick, beatMs);
  // A certificate that was made a moment ago must not be judged by an older clock.
  if (currentTime() - now > freshMs) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(beat);
    beat = undefined;
  };
}

/** The time in epoch ms, good to 20 seconds, and to one when something new appears: one clock for every "4 minutes ago" on the page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => {
    const fresh = currentTime();
    if (Math.abs(fresh - now) > beatMs) now = fresh;
    return now;
  });
}
