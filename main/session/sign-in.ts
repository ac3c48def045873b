import type { Session, SignInInput } from '../../preload/contract/session.ts';
import { failure } from '../failure.ts';
import type { Door, Grant, PortalFacts } from '../portal/portal.ts';
import type { AskBrowser } from './browser-sign-in.ts';
import type { Entrance } from './entrance.ts';
import type { Attempt, Standing } from './standing.ts';

export type SignInOptions = {
  standing: Standing;
  entrance: Pick<Entrance, 'goOn'>;
  askBrowser: AskBrowser;
  openDoor: (origin: string, attempt: Attempt) => Door;
};

/** How somebody wants to be let in: with a password, or on their organisation's own page in the browser. */
export type SignInOrder = Pick<SignInInput, 'username' | 'keepSignedIn' | 'pin'> & {
  origin: string;
  isDemo: boolean;
  /** Null: in the browser. */
  password: string | null;
};

async function knock(
  options: SignInOptions,
  order: SignInOrder,
  { door, facts, signal }: { door: Door; facts: PortalFacts; signal: AbortSignal },
): Promise<Grant> {
  const { username, password, pin } = order;
  if (password !== null) {
    if (facts.signIn !== 'password') throw failure('not-supported', { reason: facts.signIn });
    return door.signIn({ username, password, ...(pin === undefined ? {} : { pin }) });
  }
  if (facts.browserPage === null) throw failure('not-supported', { reason: facts.signIn });
  return door.signInFromBrowser(await options.askBrowser(facts.browserPage, signal));
}

/**
 * Signs in. Whether the secret went into the keychain is said as it is; a keychain that does not work never stands in
 * the way, and nothing is written anywhere else.
 *
 * @throws Failure; whoever was signed in before is so no more
 */
export async function signIn(options: SignInOptions, order: SignInOrder): Promise<Session> {
  const { standing, entrance, openDoor } = options;
  const { origin, username, password, keepSignedIn, isDemo } = order;
  const attempt = standing.attempt();
  try {
    const door = openDoor(origin, attempt);
    const facts = await door.facts(username);
    const { tenantName } = facts;
    const grant = await knock(options, order, { door, facts, signal: attempt.signal });
    const whoever = { username, password, keepSignedIn, isDemo, tenantName };
    return await entrance.goOn({ ...whoever, attempt, door, grant });
  } catch (cause) {
    // A stored session behind a locked keychain is still there after a wrong password.
    if (attempt.isLatest() && standing.current().status !== 'keychain-locked') standing.leave(null);
    throw cause;
  }
}
