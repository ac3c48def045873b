import type { AccountRecord, DeviceRecord } from '../state.ts';
import { day, hour, minute, nowhere, seedDevice } from './shapes.ts';

function apple(account: AccountRecord, now: number): DeviceRecord[] {
  const iphone = seedDevice(
    account,
    {
      id: 73_541,
      deviceName: 'Ines’s iPhone',
      deviceModel: 'iPhone 17',
      manufacturer: 'Apple',
      platformType: 'IOS',
      platformVersion: '27.1',
      deviceFamily: 'PHONE',
      serialNumber: 'F2LXK9Q70D4M',
      imei: '356982110447315',
      imsi: '206012345678901',
      wifiMacAddress: 'f0:18:98:0a:4c:31',
      phoneNumber: '+32 470 55 01 42',
      supervised: true,
      lostModeEnabled: false,
      lastCheckin: now - 3 * hour - 4 * minute,
      lastRegistrationTime: now - 402 * day,
      connectivity: 'OFFLINE',
      availableCapacity: 171.2,
      totalCapacity: 256,
      batteryEstimatedChargeRemaining: 34,
      policy: 'Staff phones',
      wipeDisabled: true,
    },
    {
      location: {
        locateStatus: 'ENABLED',
        latitude: 51.0543,
        longitude: 3.7174,
        locationLastCapturedAt: now - 3 * hour - 4 * minute,
        accuracyMeters: 5000,
        source: 'NETWORK',
      },
      returnsAt: now + 4 * minute,
    },
  );
  const macbook = seedDevice(
    account,
    {
      id: 73_542,
      deviceName: 'Ines’s MacBook Pro',
      deviceModel: 'MacBook Pro 14″',
      manufacturer: 'Apple',
      platformType: 'MACOS',
      platformVersion: '27.1',
      deviceFamily: 'LAPTOP',
      serialNumber: 'C02HV4TRQ6NW',
      wifiMacAddress: '3c:22:fb:71:90:0e',
      supervised: true,
      lastCheckin: now - 4 * minute,
      lastRegistrationTime: now - 311 * day,
      availableCapacity: 402.8,
      totalCapacity: 994.7,
      batteryEstimatedChargeRemaining: 81,
      policy: 'Office computers',
    },
    { busyFirst: true, answerMs: 9000 },
  );
  const ipad = seedDevice(
    account,
    {
      id: 73_544,
      deviceName: 'Ines’s iPad',
      deviceModel: 'iPad Air 11″',
      manufacturer: 'Apple',
      platformType: 'IOS',
      platformVersion: '27.1',
      deviceFamily: 'TABLET',
      serialNumber: 'DMPLN8V3Q1GC',
      imei: 'Not Present',
      wifiMacAddress: 'a4:83:e7:22:5d:18',
      supervised: true,
      lostModeEnabled: false,
      lastCheckin: now - 26 * minute,
      lastRegistrationTime: now - 190 * day,
      availableCapacity: 96.4,
      totalCapacity: 128,
      batteryEstimatedChargeRemaining: 67,
      policy: 'Staff phones',
    },
    {
      location: {
        locateStatus: 'ENABLED',
        latitude: 51.0376,
        longitude: 3.7351,
        locationLastCapturedAt: now - 26 * minute,
        accuracyMeters: 18,
        source: 'GPS',
      },
      answerMs: 4000,
    },
  );
  const mini = seedDevice(account, {
    id: 73_548,
    deviceName: 'Spare Mac mini',
    deviceModel: 'Mac mini',
    manufacturer: 'Apple',
    platformType: 'MACOS',
    platformVersion: '26.4',
    deviceFamily: 'DESKTOP',
    serialNumber: 'C07DK2MVPJH9',
    lastCheckin: now - 44 * day,
    lastRegistrationTime: now - 700 * day,
    connectivity: 'OFFLINE',
    ownershipType: 'UNKNOWN',
    passcodeCompliant: null,
    complianceState: null,
    policy: 'Office computers',
  });
  return [iphone, macbook, ipad, mini];
}

function android(account: AccountRecord, now: number): DeviceRecord[] {
  const pixel = seedDevice(
    account,
    {
      id: 73_545,
      deviceName: 'Pixel 10',
      deviceModel: 'Google Pixel 10',
      manufacturer: 'Google',
      platformType: 'ANDROID',
      platformVersion: '17',
      androidSecurityPatchLevel: '2026-07-05',
      deviceFamily: 'PHONE',
      serialNumber: '4A091FDAQ000K7',
      imei: '358240051111110',
      phoneNumber: null,
      complianceState: false,
      policyViolationCount: 1,
      violatedPolicies: ['Security patch older than 90 days'],
      lostModeEnabled: false,
      lastCheckin: now - hour,
      lastRegistrationTime: now - 77 * day,
      ownershipType: 'USER_OWNED',
      availableCapacity: 41,
      totalCapacity: 128,
      batteryEstimatedChargeRemaining: 52,
      policy: 'Own devices',
    },
    {
      location: nowhere('USER_DENIED'),
      deviceRefusals: { UNLOCK: 'PasscodeTokenMissing' },
      answerMs: 3000,
    },
  );
  const tablet = seedDevice(
    account,
    {
      id: 73_547,
      deviceName: 'Berth 4 tablet',
      deviceModel: 'Galaxy Tab Active5',
      manufacturer: 'Samsung',
      platformType: 'ANDROID',
      platformVersion: '16',
      androidSecurityPatchLevel: '2026-10-01',
      deviceFamily: 'TABLET',
      serialNumber: 'R52W80AHXVN',
      imei: '353918110920044',
      lostModeEnabled: true,
      lastCheckin: now - 3 * day - 2 * hour,
      lastRegistrationTime: now - 250 * day,
      connectivity: 'OFFLINE',
      availableCapacity: 88.1,
      totalCapacity: 128,
      batteryEstimatedChargeRemaining: 6,
      policy: 'Quayside',
    },
    {
      location: {
        locateStatus: 'ENABLED',
        latitude: 51.1169,
        longitude: 3.7682,
        locationLastCapturedAt: now - 3 * day - 2 * hour,
        accuracyMeters: 40,
        source: 'GPS',
      },
    },
  );
  return [pixel, tablet];
}

function others(account: AccountRecord, now: number): DeviceRecord[] {
  const thinkpad = seedDevice(
    account,
    {
      id: 73_543,
      deviceName: 'GNT-LT-04417',
      deviceModel: 'ThinkPad X1',
      manufacturer: 'Lenovo',
      platformType: 'WINDOWS_PHONE',
      windowsDeviceType: 'WINDOWS_DESKTOP',
      platformVersion: '11',
      osEdition: 'Enterprise',
      deviceFamily: 'LAPTOP',
      serialNumber: 'PF5K29TL',
      imei: 'Not Present',
      lastCheckin: now - 12 * minute,
      lastRegistrationTime: now - 120 * day,
      availableCapacity: 310.5,
      totalCapacity: 475.9,
      batteryEstimatedChargeRemaining: 100,
      policy: 'Office computers',
    },
    { location: nowhere('DISABLED') },
  );
  const chromebook = seedDevice(
    account,
    {
      id: 73_546,
      deviceName: 'Reception Chromebook',
      deviceModel: 'HP Elite x360',
      manufacturer: 'HP',
      platformType: 'CHROMEOS',
      platformVersion: '154',
      deviceFamily: 'LAPTOP',
      serialNumber: '5CD4090XQM',
      lastCheckin: now - 25 * hour,
      lastRegistrationTime: now - 98 * day,
      connectivity: null,
      passcodeCompliant: null,
      jailbroken: null,
      availableCapacity: 0,
      totalCapacity: null,
      policy: 'Shared devices',
    },
    {
      location: nowhere('MASKED'),
      policyRefusals: {
        WIPE: 'SHARED_DEVICE',
        RETIRE: 'SHARED_DEVICE',
        SET_OWNERSHIP: 'SHARED_DEVICE',
      },
      answerMs: 20_000,
    },
  );
  return [thinkpad, chromebook];
}

/** The eight devices of the pictures, as they are at 13:06 in them; every time is relative to `now`. */
export function inesDevices(account: AccountRecord, now: number): DeviceRecord[] {
  return [...apple(account, now), ...android(account, now), ...others(account, now)];
}
