import type { Branding, Session } from '../../preload/contract/session.ts';
import { failure } from '../failure.ts';
import type { Emit } from '../ipc/connect.ts';
import type { Account, Door } from '../portal/portal.ts';
import type { Settings } from '../settings.ts';
import type { CurrentSession, SignedIn } from './signed-in.ts';

type SignedInState = Extract<Session, { status: 'signed-in' }>;
type SignedOutState = Extract<Session, { status: 'signed-out' }>;

/** One attempt to be signed in, from the first request on: its answers count only while it is the latest. */
export type Attempt = { signal: AbortSignal; isLatest: () => boolean };

type Entry = {
  door: Door;
  token: string;
  account: Account;
  tenantName: string | null;
  isDemo: boolean;
  secretStore: SignedInState['secretStore'];
};

/** Where the session stands, and who is told when that changes. */
export type Standing = CurrentSession & {
  current: () => Session;
  /** Ends whatever was under way or signed in, and begins anew. */
  attempt: () => Attempt;
  become: (session: Session) => Session;
  enter: (entry: Entry) => Session;
  /** What has become known of whoever is signed in; nobody is signed in or out by it. */
  amend: (change: { account?: Account; branding?: Branding; tenantName?: string }) => void;
  leave: (because: SignedOutState['because']) => Session;
  /** The token of who is signed in. */
  token: () => string | null;
  /** What is known of this system's keychain; shown on the sign-in page. */
  keychain: () => SignedOutState['keychain'];
  setKeychain: (keychain: SignedOutState['keychain']) => void;
  /** The app quits: whatever is under way stops, and nobody is told. */
  close: () => void;
  /** Called with who is signed in now, or null. */
  onChange: (listener: (signedIn: SignedIn | null) => void) => void;
};

/** Nobody is signed in at first. */
export function createStanding(emit: Emit, settings: Settings): Standing {
  let keychain: SignedOutState['keychain'] = 'unknown';
  let controller = new AbortController();
  let active: { signedIn: SignedIn; token: string } | null = null;
  const listeners: ((signedIn: SignedIn | null) => void)[] = [];

  const signedOut = (because: SignedOutState['because']): SignedOutState => ({
    status: 'signed-out',
    because,
    lastAddress: settings.get().lastAddress,
    lastUsername: settings.get().lastUsername,
    keychain,
  });
  let session: Session = signedOut(null);

  function become(next: Session): Session {
    session = next;
    emit('session.changed', next);
    return next;
  }

  function tell(signedIn: SignedIn | null): void {
    for (const listener of listeners) listener(signedIn);
  }

  return {
    current: () => session,
    require: () => {
      if (active !== null) return active.signedIn;
      throw failure(session.status === 'keychain-locked' ? 'keychain-locked' : 'signed-out');
    },
    signedIn: () => active?.signedIn ?? null,
    token: () => active?.token ?? null,
    become,
    attempt: () => {
      controller.abort();
      const mine = new AbortController();
      controller = mine;
      const wasSignedIn = active !== null;
      active = null;
      if (wasSignedIn) tell(null);
      return { signal: mine.signal, isLatest: () => controller === mine };
    },
    enter: ({ door, token, account, tenantName, isDemo, secretStore }) => {
      const { origin } = door;
      const { signal } = controller;
      const signedIn = { portal: door.enter(token), account, origin, isDemo, signal };
      active = { signedIn, token };
      become({
        status: 'signed-in',
        account,
        portal: { address: origin, tenantName, isDemo },
        secretStore,
        signedInAt: signedIn.portal.now(),
      });
      tell(signedIn);
      return session;
    },
    amend: ({ account, ...portal }) => {
      if (active === null || session.status !== 'signed-in') return;
      if (account !== undefined) active.signedIn = { ...active.signedIn, account };
      become({
        ...session,
        ...(account === undefined ? {} : { account }),
        portal: { ...session.portal, ...portal },
      });
    },
    leave: (because) => {
      controller.abort();
      controller = new AbortController();
      active = null;
      become(signedOut(because));
      tell(null);
      return session;
    },
    keychain: () => keychain,
    setKeychain: (next) => {
      keychain = next;
      if (session.status === 'signed-out') become({ ...session, keychain });
    },
    close: () => controller.abort(),
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
