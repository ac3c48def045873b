import { z } from 'zod';
import { command } from './command.ts';
import { epoch, id, search } from './envelope.ts';

/** What can be done with a device, allowed or not. */
export const action = z.enum([
  'LOCK',
  'UNLOCK',
  'WIPE',
  'RETIRE',
  'LOCATE',
  'FORCE_CHECKIN',
  'RESET_SECURE_APPS_PASSCODE',
  'SET_OWNERSHIP',
]);
export type Action = z.infer<typeof action>;

/** Why something can’t; clients may not know every one. */
export const disallowedReason = z
  .enum([
    'NOT_SUPPORTED_BY_PLATFORM',
    'NOT_ALLOWED_BY_ADMINISTRATOR',
    'WIPE_DISABLED_BY_POLICY',
    'LOCATION_DISABLED_BY_POLICY',
    'LOST_MODE',
    'SHARED_DEVICE',
    'DEVICE_NOT_ACTIVE',
  ])
  .describe('Why an action is missing from `allowedActions`.');
export type DisallowedReason = z.infer<typeof disallowedReason>;

/** What is known of a device, as it is kept and as it is told; most of it may be null. */
export const deviceFacts = z.object({
  id,
  guid: z.string(),
  deviceName: z.string(),
  deviceModel: z.string().nullable(),
  prettyModel: z.string().nullable(),
  manufacturer: z.string().nullable(),
  serialNumber: z.string().nullable(),
  imei: z.string().nullable(),
  imsi: z.string().nullable().describe('“Not Present” stands for none, as in the vendor’s data.'),
  wifiMacAddress: z.string().nullable(),
  phoneNumber: z.string().nullable(),
  platformType: z.string().describe('IOS, ANDROID, MACOS, WINDOWS_PHONE (desktops too), CHROMEOS.'),
  windowsDeviceType: z.string().nullable(),
  deviceFamily: z.enum(['PHONE', 'TABLET', 'LAPTOP', 'DESKTOP']),
  platformVersion: z.string().nullable(),
  osEdition: z.string().nullable(),
  androidSecurityPatchLevel: z.string().nullable(),
  registrationState: z
    .string()
    .describe('ACTIVE, WIPE_PENDING, WIPED, RETIRE_PENDING, RETIRED; ChromeOS adds DISABLE_SENT …'),
  complianceState: z.boolean().nullable(),
  quarantined: z.boolean(),
  jailbroken: z.boolean().nullable(),
  policyViolationCount: z.int().min(0),
  violatedPolicies: z.array(z.string()).nullable(),
  lostModeEnabled: z.boolean().nullable(),
  supervised: z.boolean().nullable(),
  lastCheckin: epoch.nullable(),
  clientLastCheckin: epoch.nullable(),
  lastRegistrationTime: epoch,
  connectivity: z
    .enum(['ONLINE', 'OFFLINE'])
    .nullable()
    .describe('Extension: whether the device answers pushes now; null when that is not known.'),
  privacyPolicy: z.object({
    policyId: id,
    policyName: z.string(),
    locateStatus: z.enum(['ENABLED', 'DISABLED']),
    wipeDisabled: z.boolean(),
    appInventory: z
      .enum(['NONE', 'WORK', 'ALL'])
      .nullable()
      .describe('Extension: which apps the administrators see.'),
  }),
  supportLockMessage: z.boolean(),
  passcodeCompliant: z.boolean().nullable(),
  ownershipType: z.enum(['USER_OWNED', 'COMPANY_OWNED', 'UNKNOWN']),
  emailAddress: z.string(),
  displayName: z.string(),
  availableCapacity: z.number().nullable().describe('Gigabytes.'),
  totalCapacity: z.number().nullable().describe('Gigabytes.'),
  batteryEstimatedChargeRemaining: z.int().min(0).max(100).nullable().describe('Per cent.'),
  mobileThreatDefenseGeneralStatus: z.string().nullable(),
});
export type DeviceFacts = z.infer<typeof deviceFacts>;

/** A device as it is told (portal-api.md 7.3). */
export const device = deviceFacts.extend({
  allowedActions: z.array(action),
  disallowed: z
    .record(z.string(), disallowedReason)
    .describe('Action to reason, for every action that is known and not allowed.'),
  pendingCommands: z.array(command),
});

/** `GET /ssp/device` */
export const deviceQuery = search([
  'deviceName',
  'deviceModel',
  'platformType',
  'registrationState',
  'lastCheckin',
]);

/** `GET /ssp/device/{id}/location` */
export const location = z.object({
  locateStatus: z.enum(['ENABLED', 'DISABLED', 'USER_DENIED', 'NOT_SUPPORTED', 'MASKED']),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  locationLastCapturedAt: epoch.nullable(),
  accuracyMeters: z.number().min(0).nullable(),
  source: z.enum(['NETWORK', 'GPS']).nullable(),
});
export type Location = z.infer<typeof location>;

const ids = z
  .array(z.coerce.number().int().positive())
  .min(1)
  .max(200)
  .describe('Repeat the key for several devices.');
const sixDigits = z.string().regex(/^\d{6}$/u);

/** Actions that need nothing but the devices. */
export const idsForm = z.object({ ids });

/** `PUT /ssp/device/lock` */
export const lockForm = z.object({
  ids,
  message: z.string().max(256).optional().describe('Shown where `supportLockMessage` is true.'),
  phoneNumber: z
    .string()
    .regex(/^[+\d ()/.-]{0,32}$/u)
    .optional(),
  osxLockPin: sixDigits.optional().describe('Needed for a Mac; six digits. Not kept.'),
});

/** `PUT /ssp/device/unlock` */
export const unlockForm = z.object({
  ids,
  unlockCode: z
    .string()
    .regex(/^[0-9A-Za-z]{6,8}$/u)
    .optional()
    .describe('Android only, and for one device at a time.'),
});

/** `PUT /ssp/device/wipe`; one device at a time. */
export const wipeForm = z.object({
  ids,
  preserveDataPlan: z.stringbool().default(true),
  osxWipePin: sixDigits.optional().describe('Needed for a Mac; six digits. Not kept.'),
  confirmName: z.string().min(1).max(255).describe('The device’s name, as the person typed it.'),
});

/** `PUT /ssp/device/ownership` */
export const ownershipForm = z.object({
  ids,
  ownershipType: z.enum(['USER_OWNED', 'COMPANY_OWNED']),
});

/** `POST /ssp/device/{id}/secureAppsPin` */
export const secureAppsPin = z.object({ pin: z.string(), expiresAt: epoch });
