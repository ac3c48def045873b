import type { Handlers } from '../../preload/contract.ts';
import type { Session } from '../../preload/contract/session.ts';
import { changePassword } from '../account/new-password.ts';
import type { Cache } from '../cache.ts';
import type { Clock } from '../clock.ts';
import { failure, isFailure } from '../failure.ts';
import type { Log } from '../log.ts';
import { demand } from '../portal/capabilities.ts';
import type { Door, Grant } from '../portal/portal.ts';
import type { Settings } from '../settings.ts';
import type { SessionSecret } from './secret.ts';
import type { Attempt, Standing } from './standing.ts';

/** Somebody whom the portal has let in, on their way to being signed in. */
export type Entering = {
  attempt: Attempt;
  door: Door;
  grant: Grant;
  username: string;
  tenantName: string | null;
  isDemo: boolean;
  keepSignedIn: boolean;
  /** What they have signed in with, while a new one is still to be chosen; null where there is none. */
  password: string | null;
};

export type Entrance = {
  /** Goes on as far as the portal allows: to a new password, to the terms of service, or all the way. */
  goOn: (entering: Entering) => Promise<Session>;
  /** Ends the session of whoever has stopped halfway, at the portal. */
  abandon: () => Promise<void>;
  handlers: Pick<Handlers, 'session.choosePassword' | 'session.acceptTerms'>;
};

export type EntranceOptions = {
  standing: Standing;
  secret: SessionSecret;
  settings: Settings;
  cache: Cache;
  clock: Clock;
  log: Log;
};

type Store = Extract<Session, { status: 'signed-in' }>['secretStore'];

const storeOf = {
  ok: 'keychain',
  locked: 'memory-keychain-locked',
  unavailable: 'memory-no-keychain',
} as const;

/** What stands between the sign-in and the app (portal-api.md 7.1: `passwordExpired`, `termsOfService`). */
export function createEntrance(options: EntranceOptions): Entrance {
  const { standing, secret, settings, cache, clock, log } = options;
  let halfway: Entering | null = null;
  let isBusy = false;

  async function keep(entering: Entering): Promise<Store> {
    const { door, username, isDemo, keepSignedIn, grant } = entering;
    const owner = { origin: door.origin, username };
    const stored = secret.owner();
    const isSame = stored?.origin === owner.origin && stored.username === owner.username;
    if (stored !== null && !isDemo && !(keepSignedIn && isSame)) await secret.remove();
    if (isDemo) return 'memory-chosen';
    // Where there is no keychain the question is not even asked, so nobody has chosen this.
    if (!keepSignedIn)
      return standing.keychain() === 'unavailable' ? 'memory-no-keychain' : 'memory-chosen';
    const state = await secret.write(owner, grant.token);
    standing.setKeychain(state === 'unavailable' ? 'unavailable' : 'available');
    return storeOf[state];
  }

  async function enter(entering: Entering): Promise<Session> {
    const { attempt, door, username, tenantName, isDemo, grant } = entering;
    const { token } = grant;
    const { origin } = door;
    const account = await door.enter(token).account();
    const secretStore = await keep(entering);
    if (!attempt.isLatest()) throw failure('cancelled');
    if (!isDemo) settings.set({ lastAddress: origin, lastUsername: username });
    cache.openFor({ origin, account, tenantName });
    return standing.enter({ door, token, account, tenantName, isDemo, secretStore });
  }

  async function goOn(entering: Entering): Promise<Session> {
    const { attempt, door, grant, username, tenantName, isDemo, password } = entering;
    const { passwordExpired, termsOfService } = grant;
    halfway = null;
    if (!passwordExpired && termsOfService === null) return enter(entering);
    const shown = { username, portal: { address: door.origin, tenantName, isDemo } };
    const keeping = demand(door.enter(grant.token), 'accountKeeping');
    const passwordPolicy = passwordExpired ? await keeping.passwordPolicy() : null;
    if (!attempt.isLatest()) throw failure('cancelled');
    if (passwordExpired && password === null) throw failure('password-expired');
    halfway = entering;
    if (passwordPolicy !== null)
      return standing.become({ status: 'choosing-password', ...shown, passwordPolicy });
    if (termsOfService === null) throw failure('signed-out');
    return standing.become({ status: 'accepting-terms', ...shown, terms: termsOfService });
  }

  /** One step of whoever is halfway: what it leads to, or back to the sign-in page when their session is over. */
  async function step(
    status: 'choosing-password' | 'accepting-terms',
    take: (one: Entering) => Promise<Entering>,
  ): Promise<Session> {
    const one = halfway;
    if (one === null || standing.current().status !== status) throw failure('signed-out');
    if (isBusy) throw failure('busy', { reason: status });
    isBusy = true;
    try {
      const next = await take(one);
      return await goOn(next).catch((cause: unknown) => {
        // The step itself is done: whoever signs in again goes on from there.
        if (one.attempt.isLatest()) standing.leave(null);
        throw cause;
      });
    } catch (cause) {
      if (isFailure(cause, 'signed-out') && one.attempt.isLatest()) {
        halfway = null;
        standing.leave('expired');
      }
      throw cause;
    } finally {
      isBusy = false;
    }
  }

  return {
    goOn,
    abandon: async () => {
      const one = halfway;
      halfway = null;
      if (one === null || !one.attempt.isLatest()) return;
      const { door, grant } = one;
      await door
        .enter(grant.token)
        .signOut()
        .catch((cause: unknown) => log.warn('not revoked', { cause }));
    },
    handlers: {
      'session.choosePassword': ({ newPassword }) =>
        step('choosing-password', async (one) => {
          const { password, grant, door } = one;
          if (password === null) throw failure('signed-out');
          const portal = door.enter(grant.token);
          const change = () => changePassword(portal, clock, password, newPassword);
          await change().catch(async (cause: unknown) => {
            if (!isFailure(cause, 'reauth-required')) throw cause;
            // The sign-in is a proof of the password, and it has grown old over the choosing.
            await demand(portal, 'session').reauth(password);
            await change();
          });
          return { ...one, password: null, grant: { ...grant, passwordExpired: false } };
        }),
      'session.acceptTerms': ({ version }) =>
        step('accepting-terms', async (one) => {
          const { grant, door } = one;
          // What is accepted is what was shown.
          if (grant.termsOfService?.version !== version) throw failure('conflict');
          await demand(door.enter(grant.token), 'session').acceptTerms(version);
          return { ...one, grant: { ...grant, termsOfService: null } };
        }),
    },
  };
}
