import type { Command, Device } from '../../../../preload/contract/devices.ts';

/** Half past one on 22 November 2026, local time. */
export const now = new Date(2026, 10, 22, 13, 30).getTime();
export const minute = 60_000;
export const day = 1440 * minute;

/** A phone on which everything is allowed and nothing waits. */
export const phone: Device = {
  id: 'd1',
  name: 'Ines’s iPhone',
  model: 'iPhone 17',
  manufacturer: 'Apple',
  platform: 'ios',
  form: 'phone',
  os: 'iOS 27.1',
  state: 'active',
  stateText: null,
  compliance: 'compliant',
  violatedPolicies: [],
  ownership: 'company',
  connectivity: 'online',
  lastCheckIn: now - 4 * minute,
  registeredAt: now - 400 * day,
  inactive: false,
  lostMode: false,
  supportsLockMessage: true,
  needsLockPin: false,
  identifiers: {
    serial: 'F2LXK9Q70D4M',
    imei: '356982110447315',
    wifiMac: null,
    phoneNumber: null,
    udid: null,
  },
  storage: { total: 256, free: 171 },
  batteryPercent: null,
  policy: { name: 'Staff phones', location: 'enabled', wipeDisabled: false, apps: 'work' },
  actions: { 'force-check-in': null, lock: null, wipe: 'wipe-disabled-by-policy' },
  pending: [],
};

/** A Lock that was requested two minutes ago. */
export const lock: Command = {
  id: 'c1',
  deviceId: 'd1',
  type: 'lock',
  state: 'queued',
  requestedAt: now - 2 * minute,
  requestedBy: 'self',
  sentAt: null,
  completedAt: null,
  errorCode: null,
  cancellable: true,
  message: null,
};
