import type { Session } from '../../preload/contract/session.ts';
import type { Cache } from '../cache.ts';
import { isFailure } from '../failure.ts';
import type { Account, Door } from '../portal/portal.ts';
import type { Entrance } from './entrance.ts';
import type { SessionSecret } from './secret.ts';
import type { Attempt, Standing } from './standing.ts';

export type RestoreOptions = {
  standing: Standing;
  secret: SessionSecret;
  cache: Cache;
  entrance: Pick<Entrance, 'goOn'>;
  openDoor: (origin: string, attempt: Attempt) => Door;
};

/**
 * Takes a stored session out of the keychain and proves it at the portal. A keychain that does not answer is
 * locked, not empty; a portal that can't be reached is no sign-out: then the last known account stands.
 */
export async function restore(options: RestoreOptions): Promise<Session> {
  const { standing, secret, cache, entrance, openDoor } = options;
  const owner = secret.owner();
  if (owner === null) return standing.current();
  const attempt = standing.attempt();
  const known = cache.owner();
  const isKnown = known?.origin === owner.origin && known.account.username === owner.username;
  const tenantName = isKnown ? (known?.tenantName ?? null) : null;
  const portal = { address: owner.origin, tenantName, isDemo: false };

  standing.become({ status: 'restoring', step: 'keychain', portal });
  const found = await secret.read();
  if (!attempt.isLatest()) return standing.current();
  if (found.state === 'damaged') return standing.leave(null);
  if (found.state !== 'ok') return standing.become({ status: 'keychain-locked', portal });

  standing.become({ status: 'restoring', step: 'portal', portal });
  const door = openDoor(owner.origin, attempt);
  const unproved: Account =
    isKnown && known !== null
      ? known.account
      : { username: owner.username, displayName: owner.username, emailAddress: null };
  const inside = door.enter(found.token);
  // What the portal wants before anything else; without an answer there is nothing of the kind.
  const asked = inside.session?.terms().catch(() => null) ?? null;
  const account = await inside.account().catch((cause: unknown) => {
    if (!isFailure(cause, 'signed-out', 'password-expired')) return unproved;
    return cause.error.code === 'signed-out' ? 'expired' : 'password-expired';
  });
  if (!attempt.isLatest()) return standing.current();
  if (account === 'expired' || account === 'password-expired') {
    await secret.remove();
    return attempt.isLatest() ? standing.leave(account) : standing.current();
  }
  const termsOfService = (await asked)?.termsOfService ?? null;
  if (!attempt.isLatest()) return standing.current();
  if (termsOfService !== null) {
    const grant = { token: found.token, passwordExpired: false, termsOfService };
    const whoever = { username: owner.username, tenantName, isDemo: false, keepSignedIn: true };
    return entrance.goOn({ ...whoever, attempt, door, grant, password: null });
  }
  cache.openFor({ origin: owner.origin, account, tenantName });
  const { token } = found;
  return standing.enter({
    door,
    token,
    account,
    tenantName,
    isDemo: false,
    secretStore: 'keychain',
  });
}
