import { z } from 'zod';
import type { Command, Device, DeviceAction, Refusal } from '../../../preload/contract/devices.ts';
import { anything, cleanText, token } from './text.ts';
import { isFinal } from './command.ts';

type Permissions = Pick<Device, 'actions' | 'portalCodes'>;

/** The portal's word for each action, in the order in which the page shows them. */
const actionWords: readonly (readonly [DeviceAction, string])[] = [
  ['force-check-in', 'FORCE_CHECKIN'],
  ['locate', 'LOCATE'],
  ['lock', 'LOCK'],
  ['unlock', 'UNLOCK'],
  ['retire', 'RETIRE'],
  ['wipe', 'WIPE'],
  ['reset-secure-apps-pin', 'RESET_SECURE_APPS_PASSCODE'],
  ['set-ownership', 'SET_OWNERSHIP'],
];

const refusals: Record<string, Refusal> = {
  ACTION_NOT_ALLOWED: 'not-allowed-by-admin',
  NOT_ALLOWED: 'not-allowed-by-admin',
  NOT_ALLOWED_BY_ADMINISTRATOR: 'not-allowed-by-admin',
  WIPE_DISABLED_BY_POLICY: 'wipe-disabled-by-policy',
  LOCATION_DISABLED: 'location-disabled',
  LOCATION_DISABLED_BY_POLICY: 'location-disabled',
  USER_DENIED: 'location-denied-on-device',
  LOCATION_USER_DENIED: 'location-denied-on-device',
  NOT_SUPPORTED: 'not-supported-by-platform',
  NOT_SUPPORTED_BY_PLATFORM: 'not-supported-by-platform',
  LOST_MODE: 'lost-mode',
  DEVICE_IN_LOST_MODE: 'lost-mode',
  COMMAND_PENDING: 'command-pending',
  DEVICE_NOT_ACTIVE: 'device-not-active',
  DEVICE_STATE_CONFLICT: 'device-not-active',
};

export const wireAllowed = anything.transform((value): string[] =>
  Array.isArray(value) ? value.slice(0, 64).map((word: unknown) => token.parse(word)) : [],
);

export const wireDisallowed = z.record(z.string(), z.unknown()).catch({});

/**
 * What the server says of every action this app knows. A word for a reason that nobody has met is kept for IT;
 * an action that the server does not mention is not offered.
 */
export function permissions(
  allowed: readonly string[],
  disallowed: Readonly<Record<string, unknown>>,
  pending: readonly Command[],
): Permissions {
  const actions: Device['actions'] = {};
  const portalCodes: NonNullable<Device['portalCodes']> = {};
  for (const [action, word] of actionWords) {
    const reason = Object.hasOwn(disallowed, word) ? disallowed[word] : undefined;
    if (pending.some((command) => command.type === action && !isFinal(command.state))) {
      actions[action] = 'command-pending';
    } else if (reason === undefined || reason === null) {
      actions[action] = allowed.includes(word) ? null : 'not-offered-by-portal';
    } else {
      const refusal = readRefusal(reason);
      actions[action] = refusal;
      if (refusal === 'other' && typeof reason === 'string')
        portalCodes[action] = cleanText(reason, 128);
    }
  }
  return Object.keys(portalCodes).length === 0 ? { actions } : { actions, portalCodes };
}

function readRefusal(reason: unknown): Refusal {
  const key = token.parse(reason);
  return (Object.hasOwn(refusals, key) ? refusals[key] : undefined) ?? 'other';
}
