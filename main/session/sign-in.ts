import type { Session, SignInInput } from '../../preload/contract/session.ts';
import type { Cache } from '../cache.ts';
import { failure } from '../failure.ts';
import type { Door } from '../portal/portal.ts';
import type { Settings } from '../settings.ts';
import type { SessionSecret } from './secret.ts';
import type { Attempt, Standing } from './standing.ts';

export type SignInOptions = {
  standing: Standing;
  secret: SessionSecret;
  settings: Settings;
  cache: Cache;
  openDoor: (origin: string, attempt: Attempt) => Door;
};

export type SignInOrder = Omit<SignInInput, 'address'> & { origin: string; isDemo: boolean };

type Store = Extract<Session, { status: 'signed-in' }>['secretStore'];

const storeOf = {
  ok: 'keychain',
  locked: 'memory-keychain-locked',
  unavailable: 'memory-no-keychain',
} as const;

async function keep(options: SignInOptions, order: SignInOrder, token: string): Promise<Store> {
  const { secret, standing } = options;
  const owner = { origin: order.origin, username: order.username };
  const stored = secret.owner();
  const isSame = stored?.origin === owner.origin && stored.username === owner.username;
  if (stored !== null && !order.isDemo && !(order.keepSignedIn && isSame)) await secret.remove();
  if (order.isDemo) return 'memory-chosen';
  // Where there is no keychain the question is not even asked, so nobody has chosen this.
  if (!order.keepSignedIn)
    return standing.keychain() === 'unavailable' ? 'memory-no-keychain' : 'memory-chosen';
  const state = await secret.write(owner, token);
  standing.setKeychain(state === 'unavailable' ? 'unavailable' : 'available');
  return storeOf[state];
}

/**
 * Signs in with a password. Whether the secret went into the keychain is said as it is; a keychain that does not
 * work never stands in the way, and nothing is written anywhere else.
 *
 * @throws Failure; whoever was signed in before is so no more
 */
export async function signIn(options: SignInOptions, order: SignInOrder): Promise<Session> {
  const { standing, settings, cache, openDoor } = options;
  const { origin, username, password, pin, isDemo } = order;
  const attempt = standing.attempt();
  try {
    const door = openDoor(origin, attempt);
    const facts = await door.facts(username);
    if (facts.signIn !== 'password') throw failure('not-supported', { reason: facts.signIn });
    const token = await door.signIn({ username, password, ...(pin === undefined ? {} : { pin }) });
    const account = await door.enter(token).account();
    const secretStore = await keep(options, order, token);
    if (!attempt.isLatest()) throw failure('cancelled');
    if (!isDemo) settings.set({ lastAddress: origin, lastUsername: username });
    const { tenantName } = facts;
    cache.openFor({ origin, account, tenantName });
    return standing.enter({ door, token, account, tenantName, isDemo, secretStore });
  } catch (cause) {
    // A stored session behind a locked keychain is still there after a wrong password.
    if (attempt.isLatest() && standing.current().status !== 'keychain-locked') standing.leave(null);
    throw cause;
  }
}
