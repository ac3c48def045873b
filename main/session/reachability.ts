import type { AppError, ErrorCode } from '../../preload/contract/errors.ts';
import type { Reachability } from '../../preload/contract/session.ts';
import type { Clock } from '../clock.ts';
import { expectedError } from '../errors.ts';
import type { Emit } from '../ipc/connect.ts';

/** Whether the portal can be reached, learned from the requests that are made anyway. */
export type ReachabilityWatch = {
  current: () => Reachability;
  /** Takes in the outcome of a request: null when the portal answered, else why it did not. */
  heard: (failed: unknown) => void;
  /** Asks `knock` again and again, further and further apart, until it is answered. */
  watch: (knock: () => Promise<unknown>, signal: AbortSignal) => void;
  /** Nobody is signed in: there is no way to watch. */
  forget: () => void;
  /** Called once each time the portal is back. */
  onReturn: (listener: () => void) => void;
};

type Target = { knock: () => Promise<unknown>; signal: AbortSignal };

/** Causes with words of their own, and something that a person can do about them. */
const tellingCodes = new Set<ErrorCode>([
  'captive-portal',
  'tls-untrusted',
  'clock-skew',
  'proxy-auth',
  'redirected',
]);

const firstPause = 2_000;
const longestPause = 60_000;

/**
 * Watches the way to the portal. While it is broken there is one small question after 2, 4, 8 ... 60 s, with
 * jitter, so that a portal that comes back is not met by everybody at once.
 */
export function watchReachability(emit: Emit, clock: Clock): ReachabilityWatch {
  let current: Reachability = { state: 'online', since: null };
  let target: Target | null = null;
  let knocking: Target | null = null;
  const listeners: (() => void)[] = [];

  function become(state: Reachability['state'], cause: AppError | null): void {
    if (state === current.state && cause?.code === current.cause?.code) return;
    const wasAway = current.state !== 'online';
    const since = state === 'online' ? null : (current.since ?? clock.now());
    current = { state, since, ...(cause === null ? {} : { cause }) };
    emit('reachability.changed', current);
    if (state === 'online' && wasAway) for (const listener of listeners) listener();
  }

  async function keepKnocking(door: Target): Promise<void> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      await clock.sleep(pause * (0.75 + clock.random() / 2), door.signal);
      // The outcome comes in through `heard`.
      await door.knock().catch(() => undefined);
      if (current.state === 'online' || door.signal.aborted) return;
    }
  }

  function startKnocking(): void {
    const door = target;
    if (door === null || knocking === door || door.signal.aborted) return;
    knocking = door;
    keepKnocking(door)
      .catch(() => undefined)
      .finally(() => {
        if (knocking === door) knocking = null;
      });
  }

  return {
    current: () => current,
    heard: (failed) => {
      if (failed === null) {
        become('online', null);
        return;
      }
      const error = expectedError(failed);
      if (error === null || error.code === 'cancelled') return;
      const cause = tellingCodes.has(error.code) ? error : null;
      become(error.code === 'offline' ? 'offline' : 'unreachable', cause);
      startKnocking();
    },
    watch: (knock, signal) => {
      target = { knock, signal };
      if (current.state !== 'online') startKnocking();
    },
    forget: () => {
      target = null;
      if (current.state === 'online') return;
      current = { state: 'online', since: null };
      emit('reachability.changed', current);
    },
    onReturn: (listener) => {
      listeners.push(listener);
    },
  };
}
