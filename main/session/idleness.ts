import type { Handlers } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { Emit } from '../ipc/connect.ts';
import type { Log } from '../log.ts';
import type { SessionSecret } from './secret.ts';
import type { SignedIn } from './signed-in.ts';
import type { Standing } from './standing.ts';

/** The end of a session at which nobody sits any more. */
export type Idleness = {
  /** The page has called. Too late is too late: a session that is over is ended before anything is asked in it. */
  look: () => void;
  /** The computer has been asleep: timers have stood still meanwhile. */
  wake: () => void;
  /** Resolves when nothing stands between a request and the portal: after a sleep the session is looked at first. */
  settled: () => Promise<void>;
  /** The portal is back: what it could not be asked at the start is asked now. */
  freshen: () => void;
  close: () => void;
  handlers: Pick<Handlers, 'session.stay' | 'session.touch'>;
};

export type IdlenessOptions = {
  standing: Standing;
  secret: Pick<SessionSecret, 'remove'>;
  clock: Clock;
  emit: Emit;
  log: Log;
};

type Watched = {
  signedIn: SignedIn;
  /** Null until the portal has said. */
  limit: number | null;
  lastTouch: number;
  /** The same moment by the clock that nobody sets, and by the portal's. */
  touchedAfter: number;
  touchedAtPortal: number;
  lastTold: number;
  isWarned: boolean;
  isEnding: boolean;
};

const minute = 60_000;
const longestLimit = 24 * 60 * minute;
const longestWarning = 2 * minute;

/**
 * Signs out after the portal's own minutes of inactivity, and warns before. What the person does in the app counts
 * (renderer/idle/presence.ts), not what the app asks for by itself; the portal is told of it now and then, so that it does not end a session in
 * which somebody is at work.
 */
export function createIdleness(options: IdlenessOptions): Idleness {
  const { standing, secret, clock, emit, log } = options;
  let watched: Watched | null = null;
  let timer = new AbortController();
  let checking: Promise<void> = Promise.resolve();

  // The computer's clock goes on while it sleeps, and can be set back; the other one stands still, and can not.
  const left = ({ lastTouch, touchedAfter, limit }: Watched): number =>
    limit === null
      ? Infinity
      : limit - Math.ceil(Math.max(clock.now() - lastTouch, clock.elapsed() - touchedAfter));
  const warningOf = (limit: number): number => Math.min(longestWarning, limit / 4);

  function calm(one: Watched): void {
    if (!one.isWarned) return;
    one.isWarned = false;
    emit('session.idle', null);
  }

  function touch(one: Watched): void {
    one.lastTouch = clock.now();
    one.touchedAfter = clock.elapsed();
    one.touchedAtPortal = one.signedIn.portal.now();
  }

  /**
   * The clock says that the time is over, and not so much time can have passed: the computer was asleep, or somebody
   * has set its clock. The portal's own clock knows which; the minutes that were left are left still.
   */
  async function isClockSet(one: Watched): Promise<boolean> {
    const { limit, signedIn, touchedAfter, touchedAtPortal } = one;
    const { portal } = signedIn;
    if (limit === null || clock.elapsed() - touchedAfter >= limit) return false;
    const terms = await portal.session?.terms().catch(() => null);
    const idle = portal.now() - touchedAtPortal;
    if (!terms || idle >= limit) return false;
    log.info('the clock was set');
    one.lastTouch = clock.now() - Math.max(0, idle);
    limitTo(one, limit / minute);
    return true;
  }

  async function end(one: Watched): Promise<void> {
    if (watched !== one) return;
    if ((await isClockSet(one)) || watched !== one) return;
    watched = null;
    timer.abort();
    log.info('session ended by idleness');
    const { portal, isDemo } = one.signedIn;
    await portal.signOut().catch((cause: unknown) => log.warn('not revoked', { cause }));
    const now = standing.signedIn();
    if (now !== null && now.portal !== portal) return;
    calm(one);
    standing.leave('idle');
    if (!isDemo) await secret.remove();
  }

  function finish(one: Watched): void {
    if (one.isEnding) return;
    one.isEnding = true;
    checking = end(one)
      .catch((cause: unknown) => log.error('idle', { cause }))
      .finally(() => {
        one.isEnding = false;
      });
  }

  async function watch(one: Watched, limit: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const rest = left(one);
      if (rest <= 0) {
        finish(one);
        return;
      }
      const untilWarning = rest - warningOf(limit);
      if (untilWarning <= 0 && !one.isWarned) {
        one.isWarned = true;
        emit('session.idle', { endsAt: clock.now() + rest });
      }
      await clock.sleep(Math.ceil(untilWarning > 0 ? untilWarning : rest), signal);
    }
  }

  function limitTo(one: Watched, minutes: number | null): void {
    if (watched !== one || minutes === null) return;
    const limit = Math.min(minutes * minute, longestLimit);
    one.limit = limit;
    timer.abort();
    timer = new AbortController();
    watch(one, limit, timer.signal).catch(() => undefined);
  }

  async function ask(one: Watched): Promise<void> {
    const terms = await one.signedIn.portal.session?.terms().catch(() => null);
    limitTo(one, terms?.inactivityMinutes ?? one.limit);
  }

  standing.onChange((signedIn) => {
    timer.abort();
    if (watched !== null) calm(watched);
    watched = null;
    if (signedIn === null || signedIn.portal.session === undefined) return;
    const now = clock.now();
    const one: Watched = {
      signedIn,
      limit: null,
      lastTouch: now,
      touchedAfter: clock.elapsed(),
      touchedAtPortal: signedIn.portal.now(),
      lastTold: now,
      isWarned: false,
      isEnding: false,
    };
    watched = one;
    const { granted } = signedIn.portal.session;
    if (granted === null) void ask(one);
    else limitTo(one, granted.inactivityMinutes);
  });

  function touched(): void {
    const one = watched;
    if (one === null) return;
    const now = clock.now();
    if (left(one) <= 0) {
      finish(one);
      return;
    }
    touch(one);
    calm(one);
    if (one.limit === null || now - one.lastTold < one.limit / 3) return;
    one.lastTold = now;
    one.signedIn.portal.account().catch(() => undefined);
  }

  return {
    look: () => {
      if (watched !== null && left(watched) <= 0) finish(watched);
    },
    wake: () => {
      if (watched === null) return;
      if (left(watched) <= 0) finish(watched);
      else checking = ask(watched);
    },
    settled: () => checking,
    freshen: () => {
      if (watched !== null && watched.limit === null) void ask(watched);
    },
    close: () => {
      watched = null;
      timer.abort();
    },
    handlers: {
      'session.touch': () => {
        touched();
        return undefined;
      },
      'session.stay': async () => {
        standing.require();
        touched();
        await checking;
        const { portal } = standing.require();
        if (watched !== null) watched.lastTold = clock.now();
        await portal.account();
        return undefined;
      },
    },
  };
}
