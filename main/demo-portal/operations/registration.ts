import { isRegistered } from '../device-rules.ts';
import { sessionCall } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { inventPin } from '../passwords.ts';
import type { Portal } from '../portal.ts';
import { refuse } from '../refusal.ts';
import { registration, registrationPin } from '../schema/account.ts';
import { nothing } from '../schema/envelope.ts';
import type { AccountRecord } from '../state.ts';

/** Digits of a registration PIN. */
export const pinLength = 6;
/** How long a registration PIN is good for. */
export const pinLifetimeDays = 3;
const day = 86_400_000;
const qrLifetime = 10 * 60_000;

/** How many devices count against the account's limit: all but the wiped and the retired. */
export function countRegistered(portal: Portal, account: AccountRecord): number {
  const own = portal.state.devices.filter(({ accountId }) => accountId === account.id);
  return own.filter(isRegistered).length;
}

const showRegistration = sessionCall(
  {
    name: 'registration',
    method: 'GET',
    path: '/ssp/registration',
    summary: 'How to register another device.',
    query: nothing,
    form: nothing,
    body: 'none',
    result: registration,
    refusals: [],
  },
  ({ portal, account, origin, now }) => {
    const url = `${origin}/go`;
    const payload = new URL(url);
    payload.searchParams.set('user', account.username);
    return {
      url,
      qrPayload: payload.href,
      qrExpiresAt: now + qrLifetime,
      devicesUsed: countRegistered(portal, account),
      deviceLimit: account.deviceLimit,
    };
  },
);

const createPin = sessionCall(
  {
    name: 'registrationPin',
    method: 'POST',
    path: '/ssp/account/regpin',
    summary: 'A one-time PIN to register one device with; it is mailed as well.',
    query: nothing,
    form: nothing,
    body: 'form',
    result: registrationPin,
    refusals: ['DeviceLimitReached'],
  },
  ({ portal, account, now }) => {
    if (countRegistered(portal, account) >= account.deviceLimit) {
      throw refuse('DeviceLimitReached', `No more than ${account.deviceLimit} devices.`);
    }
    const pin = inventPin(pinLength);
    portal.mail({ to: account.emailAddress, subject: 'REGISTRATION_PIN', pin, at: now });
    return { pin, expiresAt: now + pinLifetimeDays * day };
  },
);

/** The registration calls of portal-api.md 7.5. */
export const registrationOperations: Operation[] = [showRegistration, createPin];
