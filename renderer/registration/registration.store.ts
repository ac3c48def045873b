import { create } from 'zustand';
import type { Registration } from '../../preload/contract/account.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { OneTimePin } from '../../preload/contract/orders.ts';
import { call } from '../portal.ts';

/** How another device is registered, while the dialog is open. The PIN is forgotten when it closes. */
export type Registering =
  | { status: 'closed' }
  | { status: 'loading' }
  | { status: 'failed'; problem: AppError }
  | {
      status: 'ready';
      offer: Registration;
      pin: OneTimePin | null;
      isAsking: boolean;
      problem: AppError | null;
    };

export const useRegistration = create<Registering>(() => ({ status: 'closed' }));

let asked = 0;

/** Opens the dialog, and asks the portal what it offers: a QR code and the count of devices go out of date. */
export async function openRegistration(): Promise<void> {
  asked += 1;
  const mine = asked;
  useRegistration.setState({ status: 'loading' }, true);
  const answer = await call('registration.get', undefined);
  if (mine !== asked) return;
  useRegistration.setState(
    answer.ok
      ? { status: 'ready', offer: answer.value, pin: null, isAsking: false, problem: null }
      : { status: 'failed', problem: answer.error },
    true,
  );
}

/** Has the portal make up a PIN for one device. */
export async function askForPin(): Promise<void> {
  const before = useRegistration.getState();
  if (before.status !== 'ready' || before.isAsking) return;
  const mine = asked;
  useRegistration.setState({ ...before, isAsking: true, problem: null }, true);
  const answer = await call('registration.newPin', undefined);
  const now = useRegistration.getState();
  if (mine !== asked || now.status !== 'ready') return;
  useRegistration.setState(
    answer.ok
      ? { ...now, isAsking: false, pin: answer.value }
      : { ...now, isAsking: false, problem: answer.error },
    true,
  );
}

/** Closes the dialog and forgets what it showed; at the end of a session too. */
export function closeRegistration(): void {
  asked += 1;
  useRegistration.setState({ status: 'closed' }, true);
}
