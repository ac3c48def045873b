import type { Snapshot } from '../../../preload/contract/app.ts';
import type { Session } from '../../../preload/contract/session.ts';

/** Nobody is signed in, and nobody was. */
export const signedOut: Extract<Session, { status: 'signed-out' }> = {
  status: 'signed-out',
  because: null,
  lastAddress: null,
  lastUsername: null,
  keychain: 'available',
};

/** Ines, at a portal of her organisation. */
export const signedIn: Extract<Session, { status: 'signed-in' }> = {
  status: 'signed-in',
  account: { displayName: 'Ines', username: 'ines', emailAddress: null },
  portal: { address: 'https://portal.example', tenantName: 'Halden & Voss', isDemo: true },
  secretStore: 'keychain',
  signedInAt: 0,
};

/** What main says at the start, in English and in the dark. */
export const snapshot: Snapshot = {
  version: '1.0.0',
  os: 'linux',
  systemLanguages: ['en-GB'],
  preferences: { theme: 'dark', language: null, notifyOrders: true },
  session: signedIn,
  reachability: { state: 'online', since: null },
  clockSkew: null,
  uploads: [],
  files: [],
  notices: [],
};
