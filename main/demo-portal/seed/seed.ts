import type { AccountRecord, DeviceRecord, PortalState } from '../state.ts';
import { ines, jonas, noor, sofie } from './accounts.ts';
import { certificateTypes, inesCertificates, jonasCertificates } from './certificates.ts';
import { inesCommands } from './ines-commands.ts';
import { inesDevices } from './ines-devices.ts';
import { day, hour, minute, nowhere, seedCommand, seedDevice } from './shapes.ts';

/** User name of the account that **Try the demo portal** fills in. */
export const demoUsername = 'ines.declercq@haldenvoss.example';

function otherDevices(first: AccountRecord, second: AccountRecord, now: number): DeviceRecord[] {
  const phone = {
    deviceModel: 'Galaxy A57',
    manufacturer: 'Samsung',
    platformType: 'ANDROID',
    platformVersion: '16',
    deviceFamily: 'PHONE',
    policy: 'Staff phones',
  } as const;
  const times = { lastCheckin: now - 2 * hour, lastRegistrationTime: now - 60 * day };
  return [
    seedDevice(
      first,
      { ...phone, ...times, id: 73_601, deviceName: 'Jonas’s phone' },
      { location: nowhere('MASKED') },
    ),
    seedDevice(first, {
      ...times,
      id: 73_602,
      deviceName: 'GNT-LT-02210',
      deviceModel: 'Latitude 7450',
      manufacturer: 'Dell',
      platformType: 'WINDOWS_PHONE',
      windowsDeviceType: 'WINDOWS_DESKTOP',
      platformVersion: '11',
      deviceFamily: 'LAPTOP',
      registrationState: 'RETIRE_PENDING',
      connectivity: 'OFFLINE',
      policy: 'Office computers',
    }),
    seedDevice(
      second,
      { ...phone, ...times, id: 73_701, deviceName: 'Sofie’s phone' },
      { location: nowhere('USER_DENIED') },
    ),
  ];
}

/**
 * The demo's people, devices, commands and certificates, as they are at its first start.
 * @param now epoch ms; everything is dated relative to it
 */
export function seedState(now: number): PortalState {
  const accounts = [ines(now), jonas(), sofie(now), noor()] as const;
  const [first, second, third] = accounts;
  const own = inesDevices(first, now);
  const others = otherDevices(second, third, now);
  const leaving = others.filter(({ facts }) => facts.registrationState === 'RETIRE_PENDING');
  const retirements = leaving.map((device, index) =>
    seedCommand(
      {
        id: 90_201 + index,
        device,
        type: 'RETIRE',
        requestedAt: now - 25 * minute,
        state: 'QUEUED',
        sentAt: null,
        completedAt: null,
        awaitsCheckin: true,
      },
      0,
    ),
  );
  return {
    version: 1,
    tenantName: 'Halden & Voss',
    accentColor: null,
    passwordPolicy: {
      minLength: 12,
      maxLength: 32,
      requiredClasses: 3,
      minSpecial: 1,
      minUpper: 1,
      minLower: 0,
      minNumeric: 1,
      maxNumericSequence: 0,
      maxRepeated: 1,
      history: 6,
      expiryDays: 90,
    },
    types: certificateTypes.map((type) => ({ ...type })),
    accounts: [...accounts],
    devices: [...own, ...others],
    commands: [...inesCommands(own, now), ...retirements],
    certificates: [...inesCertificates(first, now), ...jonasCertificates(second, now)],
    sessions: [],
    answeredRequests: [],
    failures: [],
    repushedConfigurations: 0,
    nextId: 100_000,
  };
}
