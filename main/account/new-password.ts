import type { Clock } from '../clock.ts';
import { failure, isFailure } from '../failure.ts';
import { isAnswerLost } from '../lost-answer.ts';
import { demand } from '../portal/capabilities.ts';
import type { Portal } from '../portal/portal.ts';

/** Before the portal is asked whether a new password counts: it may still be at it, ms. */
const pause = 2_000;

/** Asked once and not thrice: each wrong answer counts towards the lock of the account. */
async function isTaken(portal: Portal, clock: Clock, password: string): Promise<boolean> {
  await clock.sleep(pause);
  try {
    await demand(portal, 'session').reauth(password);
    return true;
  } catch (cause) {
    if (isFailure(cause, 'bad-credentials')) return false;
    throw failure('outcome-unknown');
  }
}

/**
 * Changes the password at the portal, once. When the answer is lost, the portal is asked whether the new one counts.
 *
 * @throws Failure; `outcome-unknown` when the portal could not be asked
 */
export async function changePassword(
  portal: Portal,
  clock: Clock,
  currentPassword: string,
  newPassword: string,
): Promise<void> {
  try {
    await demand(portal, 'accountKeeping').changePassword(currentPassword, newPassword);
  } catch (lost) {
    if (!isAnswerLost(lost)) throw lost;
    if (!(await isTaken(portal, clock, newPassword))) throw lost;
  }
}
