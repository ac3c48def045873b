import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';

/** The pauses that a portal has asked for: what it has turned away does not come back sooner, whoever asks. */
export type RequestPause = {
  /**
   * @param route of something that changes something; null for a read
   * @throws Failure `rate-limited` with what is left of the pause
   */
  demandOver: (route: string | null) => void;
  /** Begins a pause of `ms`: for everything where a read was turned away, else for that route alone. */
  ask: (route: string | null, ms: number) => void;
};

/** No pause at first. One for each portal, kept over sign-ins. */
export function createRequestPause(clock: Pick<Clock, 'now'>): RequestPause {
  const pauses = new Map<string | null, { until: number; asked: number }>();

  function demand(route: string | null): void {
    const pause = pauses.get(route);
    if (pause === undefined) return;
    // A clock that was put back does not make the pause longer than it was.
    const left = Math.min(pause.until - clock.now(), pause.asked);
    if (left > 0) throw failure('rate-limited', { retryAfterMs: Math.ceil(left) });
    pauses.delete(route);
  }

  return {
    demandOver: (route) => {
      demand(null);
      if (route !== null) demand(route);
    },
    ask: (route, ms) => {
      pauses.set(route, { until: clock.now() + ms, asked: ms });
    },
  };
}
