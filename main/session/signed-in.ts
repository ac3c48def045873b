import type { Account, Portal } from '../portal/portal.ts';

/** Somebody is signed in: what the features work with. */
export type SignedIn = {
  portal: Portal;
  account: Account;
  origin: string;
  isDemo: boolean;
  /** Fires at sign-out: whatever is under way for this person stops. */
  signal: AbortSignal;
};

/** The session as the features see it. */
export type CurrentSession = {
  /** @throws Failure `signed-out`, or `keychain-locked` while a stored session waits behind a locked keychain */
  require: () => SignedIn;
  /** Null when nobody is signed in. */
  signedIn: () => SignedIn | null;
};
