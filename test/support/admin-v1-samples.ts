/** A record as the vendor's API sends it. */
export type VendorRecord = Record<string, unknown> & { id: number };

/** The push token and the bypass code stand in every record, and must never come out at the other end. */
export const neverShown = ['push-token-AwYAAABm7hk', 'bypass-VQ2K-81'];

/** 10:00 UTC. */
export const sampleTime = Date.UTC(2026, 10, 22, 10);

/**
 * A device in the shape of the recorded answer of portal-api.md 2.1: most of its fields null, words where nothing is
 * known, numbers as ids.
 */
export function vendorDevice(id: number, more: Record<string, unknown> = {}): VendorRecord {
  return {
    id,
    guid: `00000000-2ec7-4b17-0000-${String(id).padStart(12, '0')}`,
    mdmChannelId: null,
    phoneNumber: null,
    deviceModel: 'VirtualBox',
    deviceName: `DESKTOP-${id}`,
    platformType: 'WINDOWS_PHONE',
    windowsDeviceType: 'WINDOWS_DESKTOP',
    deviceFamily: 'DESKTOP',
    platformVersion: '10.0',
    osBuildVersion: null,
    osEdition: null,
    lastCheckin: sampleTime,
    clientLastCheckin: null,
    lastRegistrationTime: 1_596_022_502_880,
    registrationState: 'ACTIVE',
    displayName: 'Alice Example',
    firstName: 'Alice',
    lastName: 'Example',
    uid: 'alice@acme.example',
    emailAddress: 'alice@acme.example',
    ownerId: 4711,
    ownershipType: 'UNKNOWN',
    manufacturer: 'innotek GmbH',
    prettyModel: 'innotek GmbH: VirtualBox',
    imei: null,
    imei2: null,
    imsi: 'Not Present',
    meid: null,
    iccid: null,
    serialNumber: null,
    wifiMacAddress: '00:00:00:00:86:17',
    udid: 'Not Present',
    locatorServiceEnabled: false,
    latitude: null,
    longitude: null,
    locationLastCapturedAt: null,
    locationStatusDetail: null,
    complianceState: true,
    quarantined: false,
    jailbroken: false,
    blocked: null,
    policyViolationCount: 0,
    violatedPolicies: null,
    actionExceptionCodes: [],
    lostModeEnabled: null,
    kioskState: 'NOT_CONFIGURED',
    supervised: null,
    supportLockMessage: false,
    passcodeCompliant: null,
    privacyPolicy: {
      policyId: 1_163_892,
      policyName: 'Windows Privacy',
      locateStatus: 'DISABLED',
      wipeDisabled: false,
    },
    availableCapacity: 0,
    totalCapacity: 50.697,
    batteryEstimatedChargeRemaining: 100,
    bitLockerEncryptionStatus: 'UNKNOWN',
    mobileThreatDefenseGeneralStatus: 'NA',
    dmPartitionId: 33_533,
    dmPartitionName: null,
    groups: [],
    entityName: `DESKTOP-${id}`,
    winDmClientChannelUri: `https://notify.example/?token=${neverShown[0] ?? ''}`,
    bypassCode: neverShown[1],
    ...more,
  };
}

/** An account as the list of portal-api.md 3 tells of it. */
export function vendorAccount(id: number, uid: string, displayName: string): VendorRecord {
  return {
    id,
    createdAt: 1_509_633_426_359,
    createdBy: 1,
    modifiedAt: 1_509_633_426_359,
    modifiedBy: null,
    displayName,
    firstName: null,
    lastName: null,
    ldapServerId: null,
    uid,
    emailAddress: uid,
    username: uid,
    accountSource: 'LOCAL',
  };
}
