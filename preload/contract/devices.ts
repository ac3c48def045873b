import { z } from 'zod';
import { epochMs, line, paragraph, portalId } from './text.ts';

export const platform = z.enum([
  'ios',
  'ipados',
  'android',
  'macos',
  'windows',
  'chromeos',
  'unknown',
]);
export type Platform = z.infer<typeof platform>;

export const deviceAction = z.enum([
  'force-check-in',
  'locate',
  'lock',
  'unlock',
  'retire',
  'wipe',
  'reset-secure-apps-pin',
  'set-ownership',
]);
export type DeviceAction = z.infer<typeof deviceAction>;

/** Why an action is refused, in the order in which a person is told. `other` carries the portal's own word. */
export const refusal = z.enum([
  'not-allowed-by-admin',
  'wipe-disabled-by-policy',
  'location-disabled',
  'location-denied-on-device',
  'not-supported-by-platform',
  'lost-mode',
  'command-pending',
  'device-not-active',
  'not-offered-by-portal',
  'other',
]);
export type Refusal = z.infer<typeof refusal>;

// One object for a device and not one for each of its actions: thousands of devices pass this border at once.
const perAction = <T extends z.ZodType>(said: T) => {
  const perhaps = z.exactOptional(said);
  return z.strictObject({
    'force-check-in': perhaps,
    locate: perhaps,
    lock: perhaps,
    unlock: perhaps,
    retire: perhaps,
    wipe: perhaps,
    'reset-secure-apps-pin': perhaps,
    'set-ownership': perhaps,
  } satisfies Record<DeviceAction, unknown>);
};

export const commandType = z.enum([
  'lock',
  'unlock',
  'wipe',
  'retire',
  'force-check-in',
  'lost-mode',
  'other',
]);
export type CommandType = z.infer<typeof commandType>;

export const commandState = z.enum([
  'queued',
  'sent',
  'device-busy',
  'done',
  'failed',
  'cancelled',
  'expired',
  'unknown',
]);
export type CommandState = z.infer<typeof commandState>;

/** One command, as far as it has come. Accepted is `queued`, never done. */
export const command = z.strictObject({
  id: portalId,
  deviceId: portalId,
  type: commandType,
  state: commandState,
  requestedAt: epochMs,
  requestedBy: z.enum(['self', 'admin', 'unknown']),
  sentAt: epochMs.nullable(),
  completedAt: epochMs.nullable(),
  /** The portal's own word for what went wrong. */
  errorCode: line.nullable(),
  cancellable: z.boolean(),
  /** What the device shows on its locked screen, where one was sent. */
  message: paragraph.nullable(),
});
export type Command = z.infer<typeof command>;

export const device = z.strictObject({
  id: portalId,
  name: line,
  model: line.nullable(),
  manufacturer: line.nullable(),
  platform,
  form: z.enum(['phone', 'tablet', 'laptop', 'desktop']),
  /** `iOS 27.1` */
  os: line.nullable(),
  state: z.enum([
    'active',
    'pending',
    'retire-pending',
    'retired',
    'wipe-pending',
    'wiped',
    'other',
  ]),
  /** The portal's own word where `state` is `other`. */
  stateText: line.nullable(),
  compliance: z.enum(['compliant', 'not-compliant', 'unknown']),
  violatedPolicies: z.array(line).max(64),
  ownership: z.enum(['user', 'company', 'unknown']),
  connectivity: z.enum(['online', 'offline', 'unknown']),
  lastCheckIn: epochMs.nullable(),
  registeredAt: epochMs.nullable(),
  /** No check-in for 30 days, or never. */
  inactive: z.boolean(),
  lostMode: z.boolean(),
  supportsLockMessage: z.boolean(),
  /** Lock needs a 6-digit PIN (macOS). */
  needsLockPin: z.boolean(),
  identifiers: z.strictObject({
    serial: line.nullable(),
    imei: line.nullable(),
    wifiMac: line.nullable(),
    phoneNumber: line.nullable(),
    udid: line.nullable(),
  }),
  /** GB */
  storage: z.strictObject({ total: z.number(), free: z.number() }).nullable(),
  batteryPercent: z.number().min(0).max(100).nullable(),
  policy: z.strictObject({
    name: line.nullable(),
    location: z.enum(['enabled', 'disabled', 'user-denied', 'not-supported', 'unknown']),
    wipeDisabled: z.boolean(),
    apps: z.enum(['none', 'work', 'all', 'unknown']),
  }),
  /** Why the server refuses an action, null where it allows it; nothing where there is no such action. */
  actions: perAction(refusal.nullable()),
  /** The portal's own words where it refuses with `other`; shown to IT. */
  portalCodes: z.exactOptional(perAction(line)),
  pending: z.array(command).max(32),
});
export type Device = z.infer<typeof device>;

/** All of a person's devices, and how old that knowledge is. */
export const deviceList = z.strictObject({
  devices: z.array(device).max(100_000),
  fetchedAt: epochMs,
  /** True when this is the last good answer and the portal can't be reached now. */
  stale: z.boolean(),
  used: z.number().int().nonnegative().nullable(),
  limit: z.number().int().nonnegative().nullable(),
});
export type DeviceList = z.infer<typeof deviceList>;

export const commandPage = z.strictObject({
  commands: z.array(command).max(500),
  total: z.number().int().nonnegative(),
});

/** What a device action answers: the commands that it made, refused ones among them as `failed`. */
export const commandsMade = z.strictObject({ commands: z.array(command).max(500) });

export const lockInput = z.strictObject({
  deviceId: portalId,
  message: z.string().max(255).optional(),
  phoneNumber: z.string().max(32).optional(),
  /** macOS only, 6 digits. Kept in the OS keychain before the request leaves. */
  pin: z
    .string()
    .regex(/^\d{6}$/u)
    .optional(),
  /** The keychain does not work and the person has written the PIN down: send it all the same. */
  pinNoted: z.boolean().optional(),
});
