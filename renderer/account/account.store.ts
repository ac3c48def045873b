import { create } from 'zustand';
import type { AccountChange, AccountProfile } from '../../preload/contract/account.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { call } from '../portal.ts';
import { withProof } from '../proof/proof.store.ts';

/** The account as main last told of it. */
export type Account =
  | { status: 'loading' }
  | { status: 'ready'; profile: AccountProfile }
  | { status: 'failed'; problem: AppError };

export const useAccount = create<Account>(() => ({ status: 'loading' }));

let asked = 0;

/** Gets the account; one that is there stays until the new one has come, also when none comes. */
export async function loadAccount(): Promise<void> {
  asked += 1;
  const mine = asked;
  const answer = await call('account.get', undefined);
  if (mine !== asked) return;
  if (answer.ok) show(answer.value);
  else if (useAccount.getState().status !== 'ready') {
    useAccount.setState({ status: 'failed', problem: answer.error }, true);
  }
}

/** Changes names or e-mail address. Answers with what went wrong, or null. */
export async function changeAccount(change: AccountChange): Promise<AppError | null> {
  const answer = await withProof(() => call('account.update', change));
  if (!answer.ok) return answer.error;
  asked += 1;
  show(answer.value);
  return null;
}

/** Confirms the pending address with the code from its mail. Answers with what went wrong, or null. */
export async function confirmEmail(pin: string): Promise<AppError | null> {
  const answer = await call('account.confirmEmail', { pin });
  if (!answer.ok) return answer.error;
  asked += 1;
  show(answer.value);
  return null;
}

/**
 * Chooses a new password. Where main wants the password proved first, the current one that was just typed proves
 * it: nobody is asked for the same twice. Answers with what went wrong, or null.
 */
export async function changePassword(input: {
  currentPassword: string;
  newPassword: string;
}): Promise<AppError | null> {
  const change = () => call('account.changePassword', input);
  let answer = await change();
  if (!answer.ok && answer.error.code === 'reauth-required') {
    const proof = await call('session.reauth', { password: input.currentPassword });
    if (!proof.ok) return proof.error;
    answer = await change();
  }
  if (!answer.ok) return answer.error;
  void loadAccount();
  return null;
}

/** Forgets the account when a session ends. */
export function forgetAccount(): void {
  asked += 1;
  useAccount.setState({ status: 'loading' }, true);
}

function show(profile: AccountProfile): void {
  useAccount.setState({ status: 'ready', profile }, true);
}
