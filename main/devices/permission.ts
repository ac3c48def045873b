import type { Device, DeviceAction, Refusal } from '../../preload/contract/devices.ts';
import type { ErrorCode } from '../../preload/contract/errors.ts';
import { failure } from '../failure.ts';

/** What each refusal is called as an error; the reasons are those of portal-api.md 7.7 where it has one. */
const errors: Record<Refusal, [ErrorCode, string]> = {
  'not-allowed-by-admin': ['forbidden', 'ActionNotAllowed'],
  'wipe-disabled-by-policy': ['forbidden', 'WipeDisabledByPolicy'],
  'location-disabled': ['forbidden', 'LocationDisabled'],
  'location-denied-on-device': ['forbidden', 'LocationDisabled'],
  'not-supported-by-platform': ['forbidden', 'ActionNotAllowed'],
  'lost-mode': ['conflict', 'LostMode'],
  'command-pending': ['conflict', 'CommandPending'],
  'device-not-active': ['conflict', 'DeviceStateConflict'],
  'not-offered-by-portal': ['forbidden', 'ActionNotAllowed'],
  other: ['forbidden', 'ActionNotAllowed'],
};

/** Why the server does not allow this on the device; null when it does. */
export function refusalOf(device: Device, action: DeviceAction): Refusal | null {
  const said = device.actions[action];
  return said === undefined ? 'not-offered-by-portal' : said;
}

/**
 * Lets pass only what the server allows on this device.
 *
 * @throws Failure `forbidden` or `conflict` with the reason; nothing has been sent
 */
export function demandAllowed(device: Device, action: DeviceAction): void {
  // Whoever has found a lost device must not be let in, whatever the portal offers.
  const refusal = action === 'unlock' && device.lostMode ? 'lost-mode' : refusalOf(device, action);
  if (refusal === null) return;
  const [code, reason] = errors[refusal];
  throw failure(code, { reason });
}
