import type { Handlers } from '../../preload/contract.ts';
import { failure } from '../failure.ts';
import type { Log } from '../log.ts';
import type { Door } from '../portal/portal.ts';
import type { AskBrowser } from './browser-sign-in.ts';
import type { SessionSecret } from './secret.ts';
import type { Attempt, Standing } from './standing.ts';

export type BrowserProofOptions = {
  standing: Standing;
  secret: Pick<SessionSecret, 'owner' | 'write'>;
  askBrowser: AskBrowser;
  openDoor: (origin: string, attempt: Attempt) => Door;
  log: Log;
};

/** How long a new sign-in counts as a proof (portal-api.md 7.1), ms. */
const usualLife = 5 * 60_000;

/**
 * The proof of whoever has no password here: they sign in once more on their organisation's own page, and the new
 * session, whose sign-in is the proof, takes the place of the one that they have. Whatever goes wrong on the way, that
 * one stays.
 */
export function createBrowserProof(
  options: BrowserProofOptions,
): Pick<Handlers, 'session.reauthBrowser'> {
  const { standing, secret, askBrowser, openDoor, log } = options;
  let isProving = false;

  async function prove(): Promise<{ provedUntil: number }> {
    const before = standing.require();
    const session = standing.current();
    if (session.status !== 'signed-in') throw failure('signed-out');
    const { signal, origin, account: owner, isDemo } = before;
    const door = openDoor(origin, { signal, isLatest: () => !signal.aborted });
    const { browserPage, signIn } = await door.facts(owner.username);
    if (browserPage === null) throw failure('not-supported', { reason: signIn });
    const grant = await door.signInFromBrowser(await askBrowser(browserPage, signal));
    const after = door.enter(grant.token);
    const account = await after.account();
    if (signal.aborted) throw failure('cancelled');
    if (account.username !== owner.username) {
      await after.signOut().catch((cause: unknown) => log.warn('not revoked', { cause }));
      throw failure('bad-credentials');
    }
    const stored = secret.owner();
    if (session.secretStore === 'keychain' && stored !== null)
      await secret.write(stored, grant.token);
    await before.portal.signOut().catch((cause: unknown) => log.warn('not revoked', { cause }));
    const { tenantName } = session.portal;
    const { secretStore } = session;
    standing.enter({ door, token: grant.token, account, tenantName, isDemo, secretStore });
    return { provedUntil: Math.round(after.now() + usualLife) };
  }

  return {
    'session.reauthBrowser': async () => {
      if (isProving) throw failure('busy', { reason: 'reauth' });
      isProving = true;
      try {
        return await prove();
      } finally {
        isProving = false;
      }
    },
  };
}
