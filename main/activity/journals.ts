import type { CallName } from '../../preload/contract.ts';
import { signInInput } from '../../preload/contract/session.ts';
import { readAddress } from '../portal/address.ts';
import type { CurrentSession, SignedIn } from '../session/signed-in.ts';
import { hasJournal, journalName, openJournal } from './journal.ts';
import type { Journal, JournalOptions, JournalOwner } from './journal.ts';

/** The journals of all accounts that were signed in since the start; each is for its own account only. */
export type Journals = {
  /** @throws Failure `signed-out` */
  require: () => Journal;
  /** Of whoever is signed in; null while nobody is. */
  current: () => Journal | null;
  /**
   * A sign-in that failed is told to the account that it was meant for, if that has a journal here. A slip of the
   * keys has none, and gets none: it may be a password that was typed into the wrong field.
   */
  ofTry: (name: CallName, input: unknown) => Journal | null;
};

/** Opens each journal once. */
export function createJournals(options: JournalOptions, session: CurrentSession): Journals {
  const open = new Map<string, Journal>();

  function ofOwner(owner: JournalOwner): Journal {
    const name = journalName(owner);
    const journal = open.get(name) ?? openJournal(options, owner);
    open.set(name, journal);
    return journal;
  }

  const ofSession = ({ origin, isDemo, account }: SignedIn): Journal =>
    ofOwner({ origin, isDemo, username: account.username });

  return {
    require: () => ofSession(session.require()),
    current: () => {
      const signedIn = session.signedIn();
      return signedIn === null ? null : ofSession(signedIn);
    },
    ofTry: (name, input) => {
      const { data } = signInInput.safeParse(name === 'session.signIn' ? input : undefined);
      if (data === undefined) return null;
      try {
        const { address, username } = data;
        const owner = { origin: readAddress(address), username, isDemo: false };
        return hasJournal(options.directory, owner) ? ofOwner(owner) : null;
      } catch {
        return null;
      }
    },
  };
}
