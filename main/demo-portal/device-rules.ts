import type { Portal } from './portal.ts';
import { refuse } from './refusal.ts';
import { action } from './schema/device.ts';
import type { Action, DisallowedReason } from './schema/device.ts';
import type { AccountRecord, DeviceRecord } from './state.ts';

/** What each platform can do (portal-api.md 2.2); the token is the vendor's `platformType`. */
const capabilities: Record<string, readonly Action[]> = {
  IOS: action.options,
  ANDROID: action.options.filter((name) => name !== 'RESET_SECURE_APPS_PASSCODE'),
  MACOS: ['LOCK', 'WIPE', 'RETIRE', 'FORCE_CHECKIN', 'SET_OWNERSHIP'],
  WINDOWS_PHONE: ['WIPE', 'RETIRE', 'LOCATE', 'FORCE_CHECKIN', 'SET_OWNERSHIP'],
  CHROMEOS: ['LOCK', 'UNLOCK', 'WIPE', 'RETIRE', 'LOCATE', 'FORCE_CHECKIN', 'SET_OWNERSHIP'],
};

const gone = new Set(['WIPED', 'RETIRED']);
const leaving = new Set(['WIPE_PENDING', 'RETIRE_PENDING']);
const whileLeaving = new Set<Action>(['LOCATE', 'FORCE_CHECKIN', 'LOCK']);

/** Whether a device counts against the device limit. */
export const isRegistered = (device: DeviceRecord): boolean =>
  !gone.has(device.facts.registrationState);

/**
 * Why an action is not allowed on a device.
 * @returns null when it is allowed
 */
function reasonAgainst(
  account: AccountRecord,
  device: DeviceRecord,
  name: Action,
): DisallowedReason | null {
  const { facts } = device;
  if (!account.allowedActions.includes(name)) return 'NOT_ALLOWED_BY_ADMINISTRATOR';
  if (!capabilities[facts.platformType]?.includes(name)) return 'NOT_SUPPORTED_BY_PLATFORM';
  if (gone.has(facts.registrationState)) return 'DEVICE_NOT_ACTIVE';
  if (leaving.has(facts.registrationState) && !whileLeaving.has(name)) return 'DEVICE_NOT_ACTIVE';
  if (facts.lostModeEnabled === true && (name === 'UNLOCK' || name === 'SET_OWNERSHIP')) {
    return 'LOST_MODE';
  }
  if (name === 'WIPE' && facts.privacyPolicy.wipeDisabled) return 'WIPE_DISABLED_BY_POLICY';
  const isHidden = !account.collectLocation || facts.privacyPolicy.locateStatus === 'DISABLED';
  if (name === 'LOCATE' && isHidden) return 'LOCATION_DISABLED_BY_POLICY';
  return device.policyRefusals[name] ?? null;
}

/**
 * Refuses an action that is not allowed.
 * @throws Refusal `WipeDisabledByPolicy`, `LocationDisabled`, `DeviceStateConflict` or `ActionNotAllowed`
 */
export function demandAllowed(account: AccountRecord, device: DeviceRecord, name: Action): void {
  const reason = reasonAgainst(account, device, name);
  if (reason === null) return;
  if (reason === 'WIPE_DISABLED_BY_POLICY') {
    throw refuse('WipeDisabledByPolicy', 'Wipe is turned off for this device.');
  }
  if (reason === 'LOCATION_DISABLED_BY_POLICY') {
    throw refuse('LocationDisabled', 'Locations are not collected.');
  }
  if (reason === 'DEVICE_NOT_ACTIVE') {
    throw refuse('DeviceStateConflict', 'The device is no longer managed, or soon will not be.');
  }
  throw refuse('ActionNotAllowed', `Not allowed on this device: ${reason}.`);
}

/** The actions of a device, split by whether they are allowed. */
export function splitActions(
  account: AccountRecord,
  device: DeviceRecord,
): { allowedActions: Action[]; disallowed: Record<string, DisallowedReason> } {
  const allowedActions: Action[] = [];
  const disallowed: Record<string, DisallowedReason> = {};
  for (const name of action.options) {
    const reason = reasonAgainst(account, device, name);
    if (reason === null) allowedActions.push(name);
    else disallowed[name] = reason;
  }
  return { allowedActions, disallowed };
}

/**
 * A device of the account.
 * @throws Refusal `NotFound`, for an unknown id and for another person's device alike
 */
export function findDevice(portal: Portal, account: AccountRecord, id: number): DeviceRecord {
  const found = portal.state.devices.find(
    (device) => device.facts.id === id && device.accountId === account.id,
  );
  if (found === undefined) throw refuse('NotFound', 'There is no such device.');
  return found;
}
