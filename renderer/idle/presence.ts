import { isSignedIn, useApp } from '../app.store.ts';
import { call } from '../portal.ts';
import { useIdle } from './idle.store.ts';

/** How far apart main is told of it, ms: a session's idleness is counted in minutes. */
const apart = 15_000;
const signs = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * Tells main that somebody is there, whenever keys, pointer or wheel are used: what the page asks main by itself is no
 * sign of it. The function that comes back stops it.
 */
export function followPresence(): () => void {
  let toldAt = -apart;
  const tell = (): void => {
    // To "Still there?" only its own buttons are an answer, or it would vanish under the hand that reaches for them.
    if (useIdle.getState().endsAt !== null || !isSignedIn(useApp.getState().app)) return;
    const now = performance.now();
    if (now - toldAt < apart) return;
    toldAt = now;
    void call('session.touch', undefined);
  };
  for (const sign of signs) window.addEventListener(sign, tell, { capture: true, passive: true });
  return () => {
    for (const sign of signs) window.removeEventListener(sign, tell, { capture: true });
  };
}
