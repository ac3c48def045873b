import { z } from 'zod';
import type { Device } from '../../../preload/contract/devices.ts';
import { permissions, wireAllowed, wireDisallowed } from './actions.ts';
import { isFinal, wireCommand } from './command.ts';
import { readForm, readOs, readPlatform } from './platform.ts';
import {
  anything,
  flag,
  optionalNumber,
  optionalText,
  optionalTime,
  texts,
  token,
  wireId,
} from './text.ts';

/** Without a check-in for this long a device counts as inactive, in ms. */
const inactiveAfter = 30 * 86_400_000;

const states: Record<string, Device['state']> = {
  ACTIVE: 'active',
  PENDING: 'pending',
  RETIRED: 'retired',
  RETIRE_PENDING: 'retire-pending',
  PENDING_RETIREMENT: 'retire-pending',
  WIPED: 'wiped',
  WIPE_PENDING: 'wipe-pending',
};

const locations: Record<string, Device['policy']['location']> = {
  ENABLED: 'enabled',
  DISABLED: 'disabled',
  USER_DENIED: 'user-denied',
  NOT_SUPPORTED: 'not-supported',
};

const privacyPolicy = z
  .object({
    policyName: optionalText(),
    locateStatus: token,
    wipeDisabled: flag,
    appInventory: token,
  })
  .catch({ policyName: null, locateStatus: '', wipeDisabled: false, appInventory: '' });

const commands = anything.transform((value) =>
  Array.isArray(value)
    ? value.slice(0, 32).flatMap((item: unknown) => wireCommand.safeParse(item).data ?? [])
    : [],
);

/** A device as it comes over the wire (portal-api.md 2.1 and 7.3): any field but its id may be missing. */
export const wireDevice = z.object({
  id: wireId,
  deviceName: optionalText(),
  entityName: optionalText(),
  deviceModel: optionalText(),
  prettyModel: optionalText(),
  manufacturer: optionalText(),
  platformType: token,
  deviceFamily: token,
  platformVersion: optionalText(128),
  registrationState: optionalText(),
  complianceState: anything,
  quarantined: flag,
  violatedPolicies: texts(64),
  ownershipType: token,
  connectivity: token,
  lastCheckin: optionalTime,
  lastRegistrationTime: optionalTime,
  lostModeEnabled: flag,
  supportLockMessage: flag,
  serialNumber: optionalText(),
  imei: optionalText(),
  wifiMacAddress: optionalText(),
  phoneNumber: optionalText(),
  udid: optionalText(),
  totalCapacity: optionalNumber(0, 1e9),
  availableCapacity: optionalNumber(0, 1e9),
  batteryEstimatedChargeRemaining: optionalNumber(0, 100),
  privacyPolicy,
  allowedActions: wireAllowed,
  disallowed: wireDisallowed,
  pendingCommands: commands,
});
export type WireDevice = z.output<typeof wireDevice>;

const lookUp = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/**
 * The portal's record in the contract's words.
 *
 * @param now epoch ms, to tell active from inactive
 */
export function toDevice(wire: WireDevice, now: number): Device {
  const words = {
    platformType: wire.platformType,
    deviceFamily: wire.deviceFamily,
    model: token.parse(wire.prettyModel ?? wire.deviceModel),
  };
  const platform = readPlatform(words);
  const state = lookUp(states, token.parse(wire.registrationState)) ?? 'other';
  const pending = wire.pendingCommands.filter((command) => !isFinal(command.state));
  return {
    id: wire.id,
    name: wire.deviceName ?? wire.entityName ?? wire.prettyModel ?? wire.id,
    model: wire.prettyModel ?? wire.deviceModel,
    manufacturer: wire.manufacturer,
    platform,
    form: readForm(platform, words),
    os: readOs(platform, wire.platformVersion),
    state,
    stateText: state === 'other' ? wire.registrationState : null,
    ...compliance(wire),
    ownership: ownership(wire.ownershipType),
    connectivity: connectivity(wire.connectivity),
    lastCheckIn: wire.lastCheckin,
    registeredAt: wire.lastRegistrationTime,
    inactive: wire.lastCheckin === null || now - wire.lastCheckin > inactiveAfter,
    lostMode: wire.lostModeEnabled,
    supportsLockMessage: wire.supportLockMessage,
    needsLockPin: platform === 'macos',
    identifiers: {
      serial: wire.serialNumber,
      imei: wire.imei,
      wifiMac: wire.wifiMacAddress,
      phoneNumber: wire.phoneNumber,
      udid: wire.udid,
    },
    storage: storage(wire),
    batteryPercent: wire.batteryEstimatedChargeRemaining,
    policy: {
      name: wire.privacyPolicy.policyName,
      location: lookUp(locations, wire.privacyPolicy.locateStatus) ?? 'unknown',
      wipeDisabled: wire.privacyPolicy.wipeDisabled,
      apps: apps(wire.privacyPolicy.appInventory),
    },
    ...permissions(wire.allowedActions, wire.disallowed, pending),
    pending,
  };
}

function compliance(wire: WireDevice): Pick<Device, 'compliance' | 'violatedPolicies'> {
  const { violatedPolicies } = wire;
  if (wire.quarantined || wire.complianceState === false)
    return { compliance: 'not-compliant', violatedPolicies };
  return { compliance: wire.complianceState === true ? 'compliant' : 'unknown', violatedPolicies };
}

function ownership(word: string): Device['ownership'] {
  if (word.startsWith('USER') || word.startsWith('EMPLOYEE')) return 'user';
  return word.startsWith('COMPANY') ? 'company' : 'unknown';
}

function connectivity(word: string): Device['connectivity'] {
  if (word === 'ONLINE') return 'online';
  return word === 'OFFLINE' ? 'offline' : 'unknown';
}

function storage(wire: WireDevice): Device['storage'] {
  if (wire.totalCapacity === null || wire.totalCapacity === 0) return null;
  return { total: wire.totalCapacity, free: wire.availableCapacity ?? 0 };
}

function apps(word: string): Device['policy']['apps'] {
  if (word === 'NONE') return 'none';
  if (word === 'ALL') return 'all';
  return word.startsWith('WORK') ? 'work' : 'unknown';
}
