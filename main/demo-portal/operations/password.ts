import { mailPin, isPin } from '../mailed-pin.ts';
import { setPassword } from '../new-password.ts';
import { openCall } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { refuse } from '../refusal.ts';
import { done, nothing } from '../schema/envelope.ts';
import { forgotForm, resetForm } from '../schema/session.ts';
import { demandUnlocked, findAccount, forgiveFailures, noteFailure } from '../sign-in.ts';

const quarter = 15 * 60_000;

const forgot = openCall(
  {
    name: 'forgotPassword',
    method: 'POST',
    path: '/ssp/password/forgot',
    summary: 'Have a PIN mailed. The same answer for a user name that is not known.',
    query: nothing,
    form: forgotForm,
    body: 'form',
    result: done,
    refusals: ['RetryLater'],
  },
  async ({ portal, form, now }) => {
    const account = findAccount(portal.state, form.username);
    if (account !== null && account.accountSource === 'LOCAL') {
      await mailPin(portal, account, 'resetPin', account.emailAddress);
      return 1 as const;
    }
    const name = form.username.trim().toLowerCase();
    const wait = (portal.strangers.get(name) ?? -quarter) + quarter - now;
    if (wait > 0)
      throw refuse('RetryLater', 'A PIN was sent not long ago.', Math.ceil(wait / 1000));
    if (portal.strangers.size >= 1000) portal.strangers.clear();
    portal.strangers.set(name, now);
    return 1 as const;
  },
);

const reset = openCall(
  {
    name: 'resetPassword',
    method: 'POST',
    path: '/ssp/password/reset',
    summary: 'Choose a new password with the PIN from the mail. All sessions of the account end.',
    query: nothing,
    form: resetForm,
    body: 'form',
    result: done,
    refusals: ['BadCredentials', 'AccountLocked', 'PasswordPolicy', 'PasswordReused'],
  },
  async ({ portal, form }) => {
    demandUnlocked(portal, form.username);
    const account = findAccount(portal.state, form.username);
    const isRight = await isPin(portal, account, 'resetPin', form.pin);
    if (account === null || !isRight) {
      noteFailure(portal, form.username);
      throw refuse('BadCredentials', 'The user name or the PIN is wrong.');
    }
    await setPassword(portal, account, form.newPassword, null);
    account.resetPin = null;
    forgiveFailures(portal, form.username);
    return 1 as const;
  },
);

/** The forgotten password of portal-api.md 7.1. */
export const passwordOperations: Operation[] = [forgot, reset];
