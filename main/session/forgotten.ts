import type { Handlers } from '../../preload/contract.ts';
import { failure } from '../failure.ts';
import { isLoopback, readAddress } from '../portal/address.ts';
import type { Door } from '../portal/portal.ts';

type ForgottenHandlers = Pick<
  Handlers,
  'session.forgotPassword' | 'session.resetPassword' | 'session.openMailbox'
>;

export type ForgottenOptions = {
  /** A door for one question, by nobody. */
  openDoor: (origin: string) => Door;
  /** Origin of the portal that somebody is signed in to. */
  ownOrigin: () => string | null;
  openBrowser: (url: string) => Promise<void>;
};

/** The forgotten password (portal-api.md 7.1), and the place where a demo's mails can be read. */
export function createForgotten(options: ForgottenOptions): ForgottenHandlers {
  const { openDoor, ownOrigin, openBrowser } = options;

  /** Which kind of portal it is has to be known before it is asked for help. */
  async function helpOf(address: string) {
    const door = openDoor(readAddress(address));
    await door.facts();
    return door.passwordHelp();
  }

  return {
    'session.forgotPassword': async ({ address, username }) => {
      const help = await helpOf(address);
      await help.forgot(username);
      return undefined;
    },
    'session.resetPassword': async ({ address, username, pin, newPassword }) => {
      const help = await helpOf(address);
      await help.reset(username, pin, newPassword);
      return undefined;
    },
    'session.openMailbox': async ({ address }) => {
      const origin = address === null ? ownOrigin() : readAddress(address);
      // Only a portal on this computer keeps its mails to itself; a real one sends them.
      if (origin === null || !isLoopback(new URL(origin).hostname))
        throw failure('not-supported', { reason: 'mailbox' });
      await openBrowser(`${origin}/outbox`);
      return undefined;
    },
  };
}
