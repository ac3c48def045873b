import { useSyncExternalStore } from 'react';

const beatMs = 20_000;
/** So old the time may be for something that has just come onto the page. */
const freshMs = 1000;
let now = Date.now();
const listeners = new Set<() => void>();
let beat: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  beat ??= setInterval(tick, beatMs);
  // A certificate that was made a moment ago must not be judged by an older clock.
  if (Date.now() - now > freshMs) tick();
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
    const fresh = Date.now();
    if (fresh - now > beatMs) now = fresh;
    return now;
  });
}
