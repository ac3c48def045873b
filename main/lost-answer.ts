import type { Clock } from './clock.ts';
import { failure, isFailure } from './failure.ts';

/** A portal may still be at it when the line breaks; so it is asked more than once, ms. */
const pauses = [500, 2_000, 4_000];

/** Could a request have arrived although there was no good answer? */
export const isAnswerLost = (cause: unknown): boolean =>
  isFailure(
    cause,
    'timeout',
    'portal-unreachable',
    'portal-failed',
    'invalid-response',
    'too-large',
  ) &&
  cause.error.reason !== 'not-connected' &&
  // A file that the portal finds too large has arrived, and the portal has said so.
  (cause.error.code !== 'too-large' || cause.error.reason === 'answer');

/**
 * Asks a portal what became of a request whose answer was lost, instead of sending it again.
 *
 * @param ask looks for what the request would have made; null when it is not there
 * @returns what was found; null when the portal was asked and has nothing of it
 * @throws Failure `outcome-unknown` when the portal could not be asked
 */
export async function askAfter<T>(
  clock: Pick<Clock, 'sleep'>,
  ask: () => Promise<T | null>,
): Promise<T | null> {
  let wasAsked = false;
  for (const pause of pauses) {
    await clock.sleep(pause);
    try {
      const found = await ask();
      if (found !== null) return found;
      wasAsked = true;
    } catch (cause) {
      wasAsked = false;
      if (isFailure(cause, 'cancelled', 'signed-out')) break;
    }
  }
  if (!wasAsked) throw failure('outcome-unknown');
  return null;
}
