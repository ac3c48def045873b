import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { matches } from './passwords.ts';
import type { Portal } from './portal.ts';
import { refuse } from './refusal.ts';
import type { AccountRecord, PortalState, SessionRecord } from './state.ts';

/** A session ends after this long without a request. */
export const inactivityTimeoutMinutes = 15;
const minute = 60_000;
const longestSession = 24 * 60 * minute;
const proofLasts = 5 * minute;
const failuresAllowed = 5;
const lockedSeconds = 300;
const failuresKept = 1000;
const sessionsKept = 1000;

/** The account with this user name, in any case. */
export function findAccount(state: PortalState, username: string): AccountRecord | null {
  const wanted = username.trim().toLowerCase();
  return state.accounts.find((account) => account.username.toLowerCase() === wanted) ?? null;
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const keyOf = (username: string): string => username.trim().toLowerCase();

/**
 * Counts a failed proof of a password or a PIN, for known and unknown user names alike.
 * @throws Refusal `AccountLocked` for the fifth in a row
 */
export function noteFailure(portal: Portal, username: string): void {
  const key = keyOf(username);
  const before = portal.state.failures.find(({ name }) => name === key);
  const count = (before?.count ?? 0) + 1;
  const isLocked = count >= failuresAllowed;
  const lockedUntil = isLocked ? portal.now() + lockedSeconds * 1000 : null;
  const others = portal.state.failures.filter((failure) => failure !== before);
  const entry = { name: key, count: isLocked ? 0 : count, lockedUntil };
  portal.state.failures = [...others.slice(1 - failuresKept), entry];
  if (isLocked) {
    throw refuse('AccountLocked', 'Too many failed attempts. Try again later.', lockedSeconds);
  }
}

/** Forgets the failed attempts of a user name. */
export function forgiveFailures(portal: Portal, username: string): void {
  const key = keyOf(username);
  portal.state.failures = portal.state.failures.filter(({ name }) => name !== key);
}

/** @throws Refusal `AccountLocked` while the user name is locked, known or not */
export function demandUnlocked(portal: Portal, username: string): void {
  const key = keyOf(username);
  const entry = portal.state.failures.find(({ name }) => name === key);
  const remaining = (entry?.lockedUntil ?? 0) - portal.now();
  if (remaining > 0) {
    const seconds = Math.ceil(remaining / 1000);
    throw refuse('AccountLocked', 'Too many failed attempts. Try again later.', seconds);
  }
}

/**
 * Checks a password, counting failures by user name.
 * @returns the account
 * @throws Refusal `BadCredentials` (also for an unknown name), `AccountLocked`
 */
export async function provePassword(
  portal: Portal,
  username: string,
  password: string,
): Promise<AccountRecord> {
  demandUnlocked(portal, username);
  const account = findAccount(portal.state, username);
  const isRight = await matches(password, account?.password ?? null);
  if (account === null || !isRight) {
    noteFailure(portal, username);
    throw refuse('BadCredentials', 'The user name or the password is wrong.');
  }
  forgiveFailures(portal, username);
  return account;
}

/** Opens a session. @returns its token (kept only as a hash) and its record */
export function openSession(
  portal: Portal,
  account: AccountRecord,
): { token: string; session: SessionRecord } {
  const token = randomBytes(32).toString('base64url');
  const now = portal.now();
  const session: SessionRecord = {
    tokenHash: hashToken(token).toString('hex'),
    accountId: account.id,
    startedAt: now,
    lastUsedAt: now,
    reauthUntil: now + proofLasts,
  };
  const living = portal.state.sessions.filter((other) => isAlive(other, now));
  portal.state.sessions = [...living.slice(1 - sessionsKept), session];
  return { token, session };
}

function isAlive(session: SessionRecord, now: number): boolean {
  return now < expiresAt(session) && now < idleExpiresAt(session);
}

/** When the session ends whatever happens, epoch ms. */
export const expiresAt = (session: SessionRecord): number => session.startedAt + longestSession;

/** When the session ends if nothing more is asked, epoch ms. */
export const idleExpiresAt = (session: SessionRecord): number =>
  session.lastUsedAt + inactivityTimeoutMinutes * minute;

/** Whether the password was proven within the last five minutes. */
export const isProven = (session: SessionRecord, now: number): boolean =>
  session.reauthUntil !== null && now < session.reauthUntil;

/** Renews the proof. @returns until when it counts, epoch ms */
export function renewProof(session: SessionRecord, now: number): number {
  session.reauthUntil = now + proofLasts;
  return session.reauthUntil;
}

/**
 * The session that an `Authorization` header speaks of.
 * @throws Refusal `SessionExpired` when there is none (any more)
 */
export function findSession(
  portal: Portal,
  authorization: string,
): { session: SessionRecord; account: AccountRecord } {
  const token = /^Bearer (?<token>[\w-]{1,256})$/u.exec(authorization)?.groups?.['token'] ?? '';
  const wanted = hashToken(token);
  // Every session is compared, so that the time taken says nothing about the token.
  const found = portal.state.sessions.filter((session) =>
    timingSafeEqual(Buffer.from(session.tokenHash, 'hex'), wanted),
  )[0];
  const account = portal.state.accounts.find(({ id }) => id === found?.accountId);
  if (found === undefined || account === undefined || !isAlive(found, portal.now())) {
    throw refuse('SessionExpired', 'The session has ended. Sign in again.');
  }
  return { session: found, account };
}
