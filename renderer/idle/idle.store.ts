import { create } from 'zustand';
import type { AppError } from '../../preload/contract/errors.ts';
import { mirrorSession } from '../app.store.ts';
import { call, on } from '../portal.ts';

/** When the session ends because nobody does anything (epoch ms), or null while that is far off. */
export const useIdle = create<{ endsAt: number | null }>(() => ({ endsAt: null }));

/** Listens to main's warning; the function that comes back stops it. */
export function followIdle(): () => void {
  return on('session.idle', (warning) => useIdle.setState({ endsAt: warning?.endsAt ?? null }));
}

/** Takes the warning away, because nobody is signed in any more. */
export function forgetIdle(): void {
  useIdle.setState({ endsAt: null });
}

/** The person is still there. Answers with what went wrong, or null. */
export async function staySignedIn(): Promise<AppError | null> {
  const answer = await call('session.stay', undefined);
  if (!answer.ok) return answer.error;
  forgetIdle();
  return null;
}

/** Ends the session now. Answers with what went wrong, or null. */
export async function leaveNow(): Promise<AppError | null> {
  const answer = await call('session.signOut', undefined);
  if (!answer.ok) return answer.error;
  mirrorSession(answer.value);
  return null;
}
