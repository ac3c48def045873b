import type { PortalOptions, Session, SignInInput } from '../../preload/contract/session.ts';
import type { Cache } from '../cache.ts';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { Log } from '../log.ts';
import { readAddress } from '../portal/address.ts';
import { openPortalDoor } from '../portal/door.ts';
import type { Http } from '../portal/http.ts';
import type { Door } from '../portal/portal.ts';
import type { Settings } from '../settings.ts';
import type { Demo } from './demo.ts';
import type { ReachabilityWatch } from './reachability.ts';
import { restore } from './restore.ts';
import type { SessionSecret } from './secret.ts';
import { signIn } from './sign-in.ts';
import type { SignInOrder } from './sign-in.ts';
import type { Attempt, Standing } from './standing.ts';

export type SessionOptions = {
  standing: Standing;
  reachability: ReachabilityWatch;
  secret: SessionSecret;
  keychain: Keychain;
  settings: Settings;
  cache: Cache;
  demo: Demo;
  http: Http;
  clock: Clock;
  log: Log;
};

/** Everything about being signed in. */
export type SessionCalls = {
  /** Begins to restore a stored session, and looks whether there is a keychain. Returns at once. */
  start: () => void;
  probe: (address: string) => Promise<PortalOptions>;
  signIn: (input: SignInInput) => Promise<Session>;
  tryDemo: () => Promise<Session>;
  unlockKeychain: () => Promise<Session>;
  signOut: () => Promise<Session>;
};

/** Puts the parts of the session together. */
export function createSession(options: SessionOptions): SessionCalls {
  const { standing, reachability, secret, keychain, cache, demo, http, clock, log } = options;
  let isSigningIn = false;

  function ended(token: string): void {
    if (standing.token() !== token) return;
    log.info('session ended by the portal');
    const isDemo = standing.signedIn()?.isDemo === true;
    standing.leave('expired');
    if (!isDemo) secret.remove().catch((cause: unknown) => log.error('secret', { cause }));
  }

  function openDoor(origin: string, attempt: Attempt): Door {
    const { signal } = attempt;
    const heard = (failed: unknown): void => {
      // A portal that somebody only tries to sign in to says nothing about the one they are signed in to.
      if (attempt.isLatest() && standing.signedIn() !== null) reachability.heard(failed);
    };
    const door = openPortalDoor({ http, origin, clock, log, signal, heard, ended });
    reachability.watch(() => door.facts(), signal);
    return door;
  }

  const parts = { ...options, openDoor };
  standing.onChange((signedIn) => {
    if (signedIn === null) reachability.forget();
  });

  async function enter(order: SignInOrder): Promise<Session> {
    if (isSigningIn) throw failure('busy', { reason: 'sign-in' });
    isSigningIn = true;
    try {
      return await signIn(parts, order);
    } finally {
      isSigningIn = false;
    }
  }

  async function begin(): Promise<void> {
    if (secret.owner() === null) {
      standing.setKeychain((await keychain.isThere()) ? 'available' : 'unavailable');
    } else await restore(parts);
    await secret.sweep();
  }

  return {
    start: () => {
      begin().catch((cause: unknown) => log.error('restore', { cause }));
    },
    probe: async (address) => {
      const origin = readAddress(address);
      const silent = { heard: () => undefined, ended: () => undefined };
      const facts = await openPortalDoor({ http, origin, clock, log, ...silent }).facts();
      return { address: origin, ...facts };
    },
    signIn: ({ address, ...order }) =>
      enter({ ...order, origin: readAddress(address), isDemo: false }),
    tryDemo: async () => {
      const { url, username, password } = await demo.running();
      const origin = readAddress(url);
      return enter({ origin, username, password, keepSignedIn: false, isDemo: true });
    },
    unlockKeychain: async () =>
      standing.current().status === 'keychain-locked' ? restore(parts) : standing.current(),
    signOut: async () => {
      const was = standing.signedIn();
      // The portal first: its answer is the only proof that the session is over, wherever copies of it are.
      await was?.portal.signOut().catch((cause: unknown) => log.warn('not revoked', { cause }));
      if (was?.isDemo !== true) await secret.remove();
      cache.clear();
      return standing.leave(null);
    },
  };
}
