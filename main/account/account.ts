import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../preload/contract.ts';
import type { AccountChange, AccountProfile } from '../../preload/contract/account.ts';
import type { Cache } from '../cache.ts';
import type { Clock } from '../clock.ts';
import { askAfter, isAnswerLost } from '../lost-answer.ts';
import { demand } from '../portal/capabilities.ts';
import type { Demo } from '../session/demo.ts';
import type { PasswordProof } from '../session/proof.ts';
import type { SignedIn } from '../session/signed-in.ts';
import type { Standing } from '../session/standing.ts';
import { changePassword } from './new-password.ts';

export type AccountOptions = {
  standing: Pick<Standing, 'require' | 'signedIn' | 'amend' | 'current'>;
  proof: Pick<PasswordProof, 'demand'>;
  demo: Pick<Demo, 'running' | 'passwordIs'>;
  cache: Pick<Cache, 'openFor'>;
  clock: Clock;
};

type AccountHandlers = Pick<
  Handlers,
  | 'account.get'
  | 'account.update'
  | 'account.confirmEmail'
  | 'account.changePassword'
  | 'registration.get'
  | 'registration.newPin'
>;
type PasswordInput = Parameters<AccountHandlers['account.changePassword']>[0];

const sameAddress = (one: string | null, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

/** Has the portal taken this change? */
function isTaken(change: AccountChange, profile: AccountProfile): boolean {
  const { displayName, firstName, lastName, emailAddress } = change;
  return (
    (displayName === undefined || displayName === profile.displayName) &&
    (firstName === undefined || firstName === profile.firstName) &&
    (lastName === undefined || lastName === profile.lastName) &&
    (emailAddress === undefined ||
      sameAddress(profile.pendingEmailAddress, emailAddress) ||
      sameAddress(profile.emailAddress, emailAddress))
  );
}

/** The account of whoever is signed in, and the registration of another device. */
export function createAccount(options: AccountOptions): AccountHandlers {
  const { standing, proof, demo, cache, clock } = options;

  async function get(): Promise<AccountProfile> {
    const { portal } = standing.require();
    return demand(portal, 'accountKeeping').profile();
  }

  /** The name and the address stand in the session and in the offline view too. */
  function take(signedIn: SignedIn, profile: AccountProfile): AccountProfile {
    const { username, displayName, emailAddress } = profile;
    const now = standing.signedIn();
    const session = standing.current();
    if (now?.portal !== signedIn.portal || session.status !== 'signed-in') return profile;
    const account = { username, displayName, emailAddress };
    const { tenantName } = session.portal;
    standing.amend({ account });
    cache.openFor({ origin: now.origin, account, tenantName });
    return profile;
  }

  async function update(change: AccountChange): Promise<AccountProfile> {
    const signedIn = standing.require();
    const keeping = demand(signedIn.portal, 'accountKeeping');
    const { emailAddress } = change;
    if (emailAddress !== undefined && !sameAddress(signedIn.account.emailAddress, emailAddress))
      await proof.demand(signedIn);
    try {
      await keeping.change(change, randomUUID());
    } catch (lost) {
      if (!isAnswerLost(lost)) throw lost;
      const after = await askAfter(clock, async () => {
        const profile = await keeping.profile();
        return isTaken(change, profile) ? profile : null;
      });
      if (after === null) throw lost;
      return take(signedIn, after);
    }
    return take(signedIn, await keeping.profile());
  }

  async function choosePassword(input: PasswordInput): Promise<undefined> {
    const signedIn = standing.require();
    demand(signedIn.portal, 'accountKeeping');
    await proof.demand(signedIn);
    const { isDemo, portal } = signedIn;
    // Nobody was told the demo's password, so nobody can be asked for it.
    const currentPassword = isDemo ? (await demo.running()).password : input.currentPassword;
    await changePassword(portal, clock, currentPassword, input.newPassword);
    if (isDemo) demo.passwordIs(input.newPassword);
    return undefined;
  }

  async function confirmEmail(pin: string): Promise<AccountProfile> {
    const signedIn = standing.require();
    const keeping = demand(signedIn.portal, 'accountKeeping');
    const { pendingEmailAddress } = await keeping.profile();
    try {
      await keeping.confirmEmail(pin);
    } catch (lost) {
      if (!isAnswerLost(lost) || pendingEmailAddress === null) throw lost;
      const after = await askAfter(clock, async () => {
        const profile = await keeping.profile();
        return sameAddress(profile.emailAddress, pendingEmailAddress) ? profile : null;
      });
      if (after === null) throw lost;
      return take(signedIn, after);
    }
    return take(signedIn, await keeping.profile());
  }

  const offer = () => demand(standing.require().portal, 'registration');
  return {
    'account.get': get,
    'account.update': update,
    'account.confirmEmail': ({ pin }) => confirmEmail(pin),
    'account.changePassword': choosePassword,
    'registration.get': () => offer().offer(),
    'registration.newPin': () => offer().newPin(),
  };
}
