import type { z } from 'zod';
import { mailPin, isPin } from '../mailed-pin.ts';
import { setPassword } from '../new-password.ts';
import { sessionCall } from '../operation.ts';
import type { Operation } from '../operation.ts';
import type { Portal } from '../portal.ts';
import { matches } from '../passwords.ts';
import { refuse, refuseField } from '../refusal.ts';
import * as schema from '../schema/account.ts';
import { done, nothing } from '../schema/envelope.ts';
import { demandUnlocked, isProven, noteFailure } from '../sign-in.ts';
import type { AccountRecord } from '../state.ts';

function tellAccount(record: AccountRecord): z.infer<typeof schema.account> {
  const { id, username, displayName, firstName, lastName, emailAddress } = record;
  const { pendingEmailAddress, pendingEmailRequestedAt } = record;
  const { accountSource, locale, passwordExpiresAt } = record;
  return {
    id,
    uid: username,
    username,
    displayName,
    firstName,
    lastName,
    emailAddress,
    pendingEmailAddress,
    pendingEmailRequestedAt,
    accountSource,
    locale,
    passwordExpiresAt,
  };
}

function demandLocal(account: AccountRecord): void {
  if (account.accountSource !== 'LOCAL') {
    throw refuse('NotLocalAccount', 'This account is kept in the company’s directory.');
  }
}

function demandUnused(portal: Portal, account: AccountRecord, emailAddress: string): void {
  const wanted = emailAddress.toLowerCase();
  const others = portal.state.accounts.filter(({ id }) => id !== account.id);
  const taken = others.flatMap((other) => [other.username, other.emailAddress]);
  if (taken.some((name) => name.toLowerCase() === wanted)) {
    throw refuse('UsernameConflict', 'Somebody else has this address.');
  }
}

const showAccount = sessionCall(
  {
    name: 'account',
    method: 'GET',
    path: '/ssp/account',
    summary: 'One’s own account.',
    query: nothing,
    form: nothing,
    body: 'none',
    result: schema.account,
    refusals: [],
  },
  ({ account }) => tellAccount(account),
);

const changeAccount = sessionCall(
  {
    name: 'changeAccount',
    method: 'PUT',
    path: '/ssp/account',
    summary:
      'Change names or e-mail address. A new address needs a fresh proof of the password and stays pending until confirmed; asking for the pending one again mails again.',
    query: nothing,
    form: schema.accountForm,
    body: 'form',
    result: schema.account,
    refusals: ['NotLocalAccount', 'ReauthRequired', 'UsernameConflict', 'RetryLater'],
    idempotent: true,
  },
  async ({ portal, account, session, form, now }) => {
    demandLocal(account);
    const { emailAddress } = form;
    const asksForEmail =
      emailAddress !== undefined &&
      emailAddress.toLowerCase() !== account.emailAddress.toLowerCase();
    if (asksForEmail) {
      if (!isProven(session, now))
        throw refuse('ReauthRequired', 'Prove the password again first.');
      demandUnused(portal, account, emailAddress);
      if (emailAddress !== account.pendingEmailAddress) account.emailPin = null;
      await mailPin(portal, account, 'emailPin', emailAddress);
      account.pendingEmailAddress = emailAddress;
      account.pendingEmailRequestedAt = now;
    } else if (emailAddress !== undefined) {
      // Asking for the present address takes back a change that was not confirmed.
      const none = { pendingEmailAddress: null, pendingEmailRequestedAt: null, emailPin: null };
      Object.assign(account, none);
    }
    account.displayName = form.displayName ?? account.displayName;
    account.firstName = form.firstName ?? account.firstName;
    account.lastName = form.lastName ?? account.lastName;
    return tellAccount(account);
  },
);

const confirmEmail = sessionCall(
  {
    name: 'confirmEmail',
    method: 'POST',
    path: '/ssp/account/email/confirm',
    summary: 'Extension: confirm the pending address with the PIN that was mailed to it.',
    query: nothing,
    form: schema.confirmEmailForm,
    body: 'form',
    result: schema.account,
    refusals: ['NotLocalAccount', 'BadCredentials', 'UsernameConflict'],
  },
  async ({ portal, account, form }) => {
    demandLocal(account);
    if (!(await isPin(portal, account, 'emailPin', form.pin))) {
      throw refuse('BadCredentials', 'The PIN is wrong or too old.');
    }
    if (account.pendingEmailAddress !== null) {
      demandUnused(portal, account, account.pendingEmailAddress);
      account.emailAddress = account.pendingEmailAddress;
    }
    const none = { pendingEmailAddress: null, pendingEmailRequestedAt: null, emailPin: null };
    Object.assign(account, none);
    return tellAccount(account);
  },
);

const changePassword = sessionCall(
  {
    name: 'changePassword',
    method: 'PUT',
    path: '/ssp/account/password',
    summary: 'Choose a new password. All other sessions of the account end.',
    query: nothing,
    form: schema.passwordForm,
    body: 'form',
    result: done,
    refusals: [
      'NotLocalAccount',
      'CurrentPasswordWrong',
      'AccountLocked',
      'PasswordPolicy',
      'PasswordReused',
    ],
    access: 'proof',
    withExpiredPassword: true,
  },
  async ({ portal, account, session, form }) => {
    demandLocal(account);
    // Counted like a failed sign-in, so that an open session is no way to guess.
    demandUnlocked(portal, account.username);
    if (!(await matches(form.currentPassword, account.password))) {
      noteFailure(portal, account.username);
      throw refuseField('CurrentPasswordWrong', 'currentPassword', 'is not the current password');
    }
    await setPassword(portal, account, form.newPassword, session.tokenHash);
    return 1 as const;
  },
);

/** The account calls of portal-api.md 7.5. */
export const accountOperations: Operation[] = [
  showAccount,
  changeAccount,
  confirmEmail,
  changePassword,
];
