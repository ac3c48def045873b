import type { CertificateFacts } from '../schema/certificate.ts';
import type { CommandType } from '../schema/command.ts';
import type { DeviceFacts, Location } from '../schema/device.ts';
import type { AccountRecord, CertificateRecord, CommandRecord, DeviceRecord } from '../state.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Where a device that can't be located is. */
export const nowhere = (locateStatus: Location['locateStatus']): Location => ({
  locateStatus,
  latitude: null,
  longitude: null,
  locationLastCapturedAt: null,
  accuracyMeters: null,
  source: null,
});

type DeviceSeed = Pick<
  DeviceFacts,
  'id' | 'deviceName' | 'deviceModel' | 'platformType' | 'platformVersion' | 'deviceFamily'
> &
  Partial<Omit<DeviceFacts, 'privacyPolicy'>> & { policy: string; wipeDisabled?: boolean };

/** A device with the nulls and sentinels that the vendor's records are full of, where nothing else is given. */
export function seedDevice(
  account: AccountRecord,
  { policy, wipeDisabled = false, ...facts }: DeviceSeed,
  behaviour: Partial<Omit<DeviceRecord, 'accountId' | 'facts'>> = {},
): DeviceRecord {
  const location = behaviour.location ?? nowhere('NOT_SUPPORTED');
  return {
    accountId: account.id,
    facts: {
      guid: `00000000-0000-4000-8000-${String(facts.id).padStart(12, '0')}`,
      prettyModel: facts.deviceModel,
      manufacturer: null,
      serialNumber: null,
      imei: null,
      imsi: 'Not Present',
      wifiMacAddress: null,
      phoneNumber: null,
      windowsDeviceType: null,
      osEdition: null,
      androidSecurityPatchLevel: null,
      registrationState: 'ACTIVE',
      complianceState: true,
      quarantined: false,
      jailbroken: false,
      policyViolationCount: 0,
      violatedPolicies: null,
      lostModeEnabled: null,
      supervised: null,
      lastCheckin: null,
      clientLastCheckin: null,
      lastRegistrationTime: 0,
      connectivity: 'ONLINE',
      privacyPolicy: {
        policyId: 100 + policy.length,
        policyName: policy,
        locateStatus: location.locateStatus === 'DISABLED' ? 'DISABLED' : 'ENABLED',
        wipeDisabled,
        appInventory: 'WORK',
      },
      supportLockMessage: facts.platformType === 'IOS' || facts.platformType === 'MACOS',
      passcodeCompliant: true,
      ownershipType: 'COMPANY_OWNED',
      emailAddress: account.emailAddress,
      displayName: account.displayName,
      availableCapacity: null,
      totalCapacity: null,
      batteryEstimatedChargeRemaining: null,
      mobileThreatDefenseGeneralStatus: 'NA',
      ...facts,
    },
    policyRefusals: {},
    deviceRefusals: {},
    answerMs: 5000,
    busyFirst: false,
    returnsAt: null,
    ...behaviour,
    location,
  };
}

type CommandSeed = {
  id: number;
  device: DeviceRecord;
  type: CommandType;
  requestedAt: number;
} & Partial<Omit<CommandRecord, 'id' | 'type' | 'requestedAt' | 'accountId' | 'deviceId'>>;

/** An earlier command; done after `tookMs` unless a state is given. */
export function seedCommand(
  { device, requestedAt, ...seed }: CommandSeed,
  tookMs: number,
): CommandRecord {
  return {
    accountId: device.accountId,
    deviceId: device.facts.id,
    state: 'ACKNOWLEDGED',
    requestedAt,
    requestedBy: 'SELF',
    sentAt: requestedAt + 900,
    completedAt: requestedAt + tookMs,
    errorCode: null,
    message: null,
    steps: [],
    awaitsCheckin: false,
    expiresAt: requestedAt + 30 * day,
    stateBefore: 'ACTIVE',
    ...seed,
  };
}

type CertificateSeed = Pick<
  CertificateFacts,
  'id' | 'typeId' | 'issuedBy' | 'notBefore' | 'expirationDate' | 'uploadedOn'
> &
  Partial<CertificateRecord>;

/** A certificate of an account, with RSA 3072 and its address unless something else is given. */
export function seedCertificate(account: AccountRecord, seed: CertificateSeed): CertificateRecord {
  const thumb = (seed.id * 2_654_435_761).toString(16).padStart(16, '7');
  return {
    accountId: account.id,
    subject: `E=${account.emailAddress},CN=${account.displayName},O=Halden & Voss,L=Ghent,C=BE`,
    subjectEmail: [account.emailAddress],
    serialNumber: thumb.slice(0, 16),
    thumbprintSha256: thumb.repeat(4).slice(0, 64),
    keyAlgorithm: 'RSA',
    keySize: 3072,
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    extendedKeyUsage: ['emailProtection'],
    fileName: null,
    description: null,
    hasPrivateKey: true,
    privateKeyDeletesAt: null,
    ...seed,
  };
}
