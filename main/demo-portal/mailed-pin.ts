import { hashPassword, inventPin, matches } from './passwords.ts';
import type { Mail, Portal } from './portal.ts';
import { refuse } from './refusal.ts';
import type { AccountRecord } from './state.ts';

const minute = 60_000;
const lifetime = 15 * minute;
const attempts = 5;

/**
 * Mails a six-digit PIN to an address and remembers its hash.
 * @throws Refusal `RetryLater` within 15 minutes of the last one
 */
export async function mailPin(
  portal: Portal,
  account: AccountRecord,
  kind: 'resetPin' | 'emailPin',
  to: string,
): Promise<void> {
  const now = portal.now();
  const wait = (account[kind]?.sentAt ?? -lifetime) + lifetime - now;
  if (wait > 0) {
    throw refuse('RetryLater', 'A PIN was sent not long ago.', Math.ceil(wait / 1000));
  }
  const pin = inventPin(6);
  account[kind] = {
    pinHash: await hashPassword(pin),
    sentAt: now,
    expiresAt: now + lifetime,
    attemptsLeft: attempts,
  };
  const subject: Mail['subject'] = kind === 'resetPin' ? 'PASSWORD_PIN' : 'EMAIL_PIN';
  portal.mail({ to, subject, pin, at: now });
}

/**
 * Checks a mailed PIN; whoever accepts it clears it from the account.
 * @returns false when it is not the one that was mailed, is too old, or has been guessed at five times
 */
export async function isPin(
  portal: Portal,
  account: AccountRecord | null,
  kind: 'resetPin' | 'emailPin',
  pin: string,
): Promise<boolean> {
  const waiting = account?.[kind] ?? null;
  const isOpen = waiting !== null && waiting.attemptsLeft > 0 && portal.now() < waiting.expiresAt;
  const isRight = await matches(pin, isOpen ? waiting.pinHash : null);
  if (waiting !== null && !isRight) waiting.attemptsLeft = Math.max(0, waiting.attemptsLeft - 1);
  return isRight;
}
