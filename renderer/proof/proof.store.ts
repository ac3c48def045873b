import { create } from 'zustand';
import type { AppError, Result } from '../../preload/contract/errors.ts';
import { call } from '../portal.ts';
import { currentTime } from '../ui/clock.ts';

type Asking = { settle: (isProved: boolean) => void; answered: Promise<boolean> };

/** Whether the person is being asked for the password, and when that last worked (epoch ms). */
export const useProof = create<{ asking: Asking | null; lastAt: number | null }>(() => ({
  asking: null,
  lastAt: null,
}));

/** Everyone who needs a proof at the same time waits for the same dialog. */
function ask(): Promise<boolean> {
  const { asking } = useProof.getState();
  if (asking !== null) return asking.answered;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  useProof.setState({ asking: { settle: resolve, answered: promise } });
  return promise;
}

function finish(isProved: boolean): void {
  const { asking } = useProof.getState();
  useProof.setState({ asking: null });
  asking?.settle(isProved);
}

/**
 * Does what may need a fresh proof of the password. When main answers `reauth-required`, nothing has been sent: the
 * person is asked for the password, and the same is done once more. Who does not want to is answered `cancelled`.
 */
export async function withProof<T>(action: () => Promise<Result<T>>): Promise<Result<T>> {
  const first = await action();
  if (first.ok || first.error.code !== 'reauth-required') return first;
  const isProved = await ask();
  return isProved ? action() : { ok: false, error: { code: 'cancelled' } };
}

/** Proves the password to the portal. Answers with what went wrong, or null: then what waited for it goes on. */
export async function prove(password: string): Promise<AppError | null> {
  const answer = await call('session.reauth', { password });
  if (!answer.ok) return answer.error;
  useProof.setState({ lastAt: currentTime() });
  finish(true);
  return null;
}

/** Proves it on the organisation's own page, for whoever has no password here. Answers like `prove`. */
export async function proveInBrowser(): Promise<AppError | null> {
  const answer = await call('session.reauthBrowser', undefined);
  if (!answer.ok) return answer.error;
  useProof.setState({ lastAt: currentTime() });
  finish(true);
  return null;
}

/** The person does not want to, so what waited for it is not done. */
export function cancelProof(): void {
  finish(false);
}

/** Lets go of whoever waits, because nobody is signed in any more. */
export function forgetProof(): void {
  finish(false);
  useProof.setState({ lastAt: null });
}
