import { create } from 'zustand';
import type { Input } from '../../preload/contract.ts';
import type { AppError, Result } from '../../preload/contract/errors.ts';
import type { Session } from '../../preload/contract/session.ts';
import { mirrorSession } from '../app.store.ts';
import { call } from '../portal.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';

type Work =
  | 'signing-in'
  | 'in-browser'
  | 'starting-demo'
  | 'unlocking'
  | 'going-on'
  | 'signing-out';

/** What is under way, and what went wrong last. Who is signed in is in `app.store.ts`. */
export const useSessionWork = create<{ work: Work | null; error: AppError | null }>(() => ({
  work: null,
  error: null,
}));

/** Says who is signed in now to a person who does not see the page change. */
function tell(session: Session): void {
  if (session.status !== 'signed-in') return;
  const { tenantName, address } = session.portal;
  announce(t('session.signed-in', { portal: tenantName ?? address }));
}

async function during(work: Work, ask: () => Promise<Result<Session>>): Promise<AppError | null> {
  useSessionWork.setState({ work, error: null });
  const answer = await ask();
  const error = answer.ok ? null : answer.error;
  useSessionWork.setState({ work: null, error });
  if (answer.ok) {
    mirrorSession(answer.value);
    tell(answer.value);
  }
  return error;
}

/** Signs in; the secret goes to main and is not kept here. Answers with what went wrong, or null. */
export function signIn(input: {
  address: string;
  username: string;
  password: string;
  pin?: string;
  keepSignedIn: boolean;
}): Promise<AppError | null> {
  return during('signing-in', () => call('session.signIn', input));
}

/** Signs in on the organisation's own page; answers when the person has come back from there. */
export function signInBrowser(input: Input<'session.signInBrowser'>): Promise<AppError | null> {
  announce(t('session.browser.announced'));
  return during('in-browser', () => call('session.signInBrowser', input));
}

/** Stops the sign-in that is under way. */
export function cancelSignIn(): void {
  void call('session.cancelSignIn', undefined);
}

/** Chooses the new password that the portal asks for at sign-in. */
export function choosePassword(newPassword: string): Promise<AppError | null> {
  return during('going-on', () => call('session.choosePassword', { newPassword }));
}

/** Accepts the terms of service that the portal asks for at sign-in. */
export function acceptTerms(version: string): Promise<AppError | null> {
  return during('going-on', () => call('session.acceptTerms', { version }));
}

/** Starts the demo portal on this computer and signs in to it. */
export function tryDemo(): Promise<AppError | null> {
  return during('starting-demo', () => call('session.tryDemo', undefined));
}

/** Asks the system to unlock its keychain, and goes on with the session that is in it. */
export function unlockKeychain(): Promise<AppError | null> {
  return during('unlocking', () => call('session.unlockKeychain', undefined));
}

/** Leaves the stored session in its keychain, and goes to the sign-in page. */
export function continueWithout(): Promise<AppError | null> {
  return during('signing-out', () => call('session.continueWithout', undefined));
}

/** Ends the session, here and at the portal. */
export function signOut(): Promise<AppError | null> {
  return during('signing-out', () => call('session.signOut', undefined));
}

/** Forgets what went wrong last. */
export function forgetError(): void {
  useSessionWork.setState({ error: null });
}
