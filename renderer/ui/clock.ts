import { useSyncExternalStore } from 'react';

const beatMs = 20_000;
let now = Date.now();
const listeners = new Set<() => void>();
let beat: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  beat ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, beatMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(beat);
    beat = undefined;
  };
}

/** The time in epoch ms, good to 20 seconds: one clock for every "4 minutes ago" on the page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => {
    const fresh = Date.now();
    if (fresh - now > beatMs) now = fresh;
    return now;
  });
}
