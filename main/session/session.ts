import type { Handlers } from '../../preload/contract.ts';
import type { PortalOptions, Session } from '../../preload/contract/session.ts';
import type { Cache } from '../cache.ts';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { Log } from '../log.ts';
import { readAddress } from '../portal/address.ts';
import { openPortalDoor } from '../portal/door.ts';
import type { Http } from '../portal/http.ts';
import { openPortalTime } from '../portal/portal-time.ts';
import { createRequestPause } from '../portal/request-pause.ts';
import type { RequestPause } from '../portal/request-pause.ts';
import type { Door } from '../portal/portal.ts';
import type { Settings } from '../settings.ts';
import type { Demo } from './demo.ts';
import type { ReachabilityWatch } from './reachability.ts';
import type { ClockWatch } from './clock-skew.ts';
import { createBrowserProof } from './browser-proof.ts';
import { createBrowserSignIn } from './browser-sign-in.ts';
import type { AskBrowser } from './browser-sign-in.ts';
import { createEntrance } from './entrance.ts';
import { createForgotten } from './forgotten.ts';
import { restore } from './restore.ts';
import type { SessionSecret } from './secret.ts';
import { signIn } from './sign-in.ts';
import type { SignInOrder } from './sign-in.ts';
import type { Attempt, Standing } from './standing.ts';

export type SessionOptions = {
  standing: Standing;
  reachability: ReachabilityWatch;
  clockWatch: ClockWatch;
  secret: SessionSecret;
  keychain: Keychain;
  settings: Settings;
  cache: Cache;
  demo: Demo;
  http: Http;
  /** Opens an address in the system's browser. */
  openBrowser: (url: string) => Promise<void>;
  clock: Clock;
  log: Log;
};

/** Everything about being signed in. */
export type SessionCalls = {
  /** Begins to restore a stored session, and looks whether there is a keychain. Returns at once. */
  start: () => void;
  handlers: Pick<
    Handlers,
    | 'session.probe'
    | 'session.signIn'
    | 'session.signInBrowser'
    | 'session.cancelSignIn'
    | 'session.choosePassword'
    | 'session.acceptTerms'
    | 'session.forgotPassword'
    | 'session.resetPassword'
    | 'session.openMailbox'
    | 'session.tryDemo'
    | 'session.unlockKeychain'
    | 'session.continueWithout'
    | 'session.reauthBrowser'
    | 'session.signOut'
  >;
};

/** Portals whose pauses are remembered. */
const pausesKept = 32;

/** Puts the parts of the session together. */
export function createSession(options: SessionOptions): SessionCalls {
  const { standing, reachability, clockWatch, secret, keychain, cache, demo } = options;
  const { http, clock, log, openBrowser } = options;
  const pauses = new Map<string, RequestPause>();
  let signingIn: Promise<unknown> | null = null;
  let stopBrowser: (() => void) | null = null;

  /** The pause that this portal has asked for, whoever goes to its door. */
  function pauseOf(origin: string): RequestPause {
    const known = pauses.get(origin);
    if (known !== undefined) return known;
    if (pauses.size >= pausesKept) pauses.clear();
    const pause = createRequestPause(clock);
    pauses.set(origin, pause);
    return pause;
  }

  function ended(token: string, because: 'expired' | 'password-expired'): void {
    if (standing.token() !== token) return;
    log.info('session ended by the portal', { where: because });
    const isDemo = standing.signedIn()?.isDemo === true;
    standing.leave(because);
    if (!isDemo) secret.remove().catch((cause: unknown) => log.error('secret', { cause }));
  }

  function openDoor(origin: string, attempt: Attempt): Door {
    const { signal } = attempt;
    const heard = (failed: unknown): void => {
      // A portal that somebody only tries to sign in to says nothing about the one they are signed in to.
      if (attempt.isLatest() && standing.signedIn() !== null) reachability.heard(failed);
    };
    const time = openPortalTime(clock, (aheadMs) => {
      if (attempt.isLatest()) clockWatch.heard(aheadMs);
    });
    const pause = pauseOf(origin);
    const door = openPortalDoor({ http, origin, clock, log, signal, heard, ended, time, pause });
    reachability.watch(() => door.facts(), signal);
    return door;
  }

  /** For a question that has nothing to do with whoever is signed in. */
  function openSideDoor(origin: string): Door {
    const silent = { heard: () => undefined, ended: () => undefined, pause: pauseOf(origin) };
    return openPortalDoor({ http, origin, clock, log, ...silent });
  }

  const entrance = createEntrance(options);
  const toBrowser = createBrowserSignIn(openBrowser);
  const askBrowser: AskBrowser = async (page, signal) => {
    const stop = new AbortController();
    stopBrowser = () => stop.abort();
    return toBrowser(page, AbortSignal.any([signal, stop.signal])).finally(() => {
      stopBrowser = null;
    });
  };
  const parts = { ...options, openDoor, entrance, askBrowser };
  standing.onChange((signedIn) => {
    if (signedIn !== null) return;
    reachability.forget();
    clockWatch.forget();
  });

  async function enter(order: SignInOrder): Promise<Session> {
    // Who signs in another way no longer waits for the browser.
    if (stopBrowser !== null) {
      stopBrowser();
      await signingIn?.catch(() => undefined);
    }
    if (signingIn !== null) throw failure('busy', { reason: 'sign-in' });
    const begun = entrance.abandon().then(() => signIn(parts, order));
    signingIn = begun;
    try {
      return await begun;
    } finally {
      if (signingIn === begun) signingIn = null;
    }
  }

  async function begin(): Promise<void> {
    if (secret.owner() === null) {
      standing.setKeychain((await keychain.isThere()) ? 'available' : 'unavailable');
    } else await restore(parts);
    await secret.sweep();
  }

  async function probe(address: string, username?: string): Promise<PortalOptions> {
    const origin = readAddress(address);
    const { browserPage, ...facts } = await openSideDoor(origin).facts(username);
    const browserHost = browserPage === null ? null : new URL(browserPage).host;
    return { address: origin, ...facts, browserHost };
  }

  async function signOut(): Promise<Session> {
    const was = standing.signedIn();
    await entrance.abandon();
    // The portal first: its answer is the only proof that the session is over, wherever copies of it are.
    await was?.portal.signOut().catch((cause: unknown) => log.warn('not revoked', { cause }));
    if (was?.isDemo !== true) await secret.remove();
    cache.clear();
    return standing.leave(null);
  }

  return {
    start: () => {
      begin().catch((cause: unknown) => log.error('restore', { cause }));
    },
    handlers: {
      'session.probe': ({ address, username }) => probe(address, username),
      'session.signIn': ({ address, ...order }) =>
        enter({ ...order, origin: readAddress(address), isDemo: false }),
      'session.signInBrowser': async ({ address, ...order }) => {
        const origin = readAddress(address);
        return enter({ ...order, origin, password: null, isDemo: false });
      },
      'session.cancelSignIn': () => {
        // A later attempt ends the one that is under way, and this one asks for nothing.
        if (signingIn !== null) standing.attempt();
        else stopBrowser?.();
        return undefined;
      },
      'session.tryDemo': async () => {
        const { url, username, password } = await demo.running();
        const origin = readAddress(url);
        return enter({ origin, username, password, keepSignedIn: false, isDemo: true });
      },
      'session.unlockKeychain': async () =>
        standing.current().status === 'keychain-locked' ? restore(parts) : standing.current(),
      'session.continueWithout': () => {
        const session = standing.current();
        const isWaiting = session.status === 'keychain-locked' || session.status === 'restoring';
        return isWaiting ? standing.leave(null) : session;
      },
      'session.signOut': signOut,
      ...entrance.handlers,
      ...createBrowserProof(parts),
      ...createForgotten({
        openDoor: openSideDoor,
        ownOrigin: () => standing.signedIn()?.origin ?? null,
        openBrowser,
      }),
    },
  };
}
