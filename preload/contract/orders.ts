import { z } from 'zod';
import { epochMs, line, portalId } from './text.ts';

/** Six digits that a Mac asks for once it is locked or wiped. */
const macPin = z.string().regex(/^\d{6}$/u);

export const deviceRef = z.strictObject({ deviceId: portalId });

export const unlockInput = z.strictObject({
  deviceId: portalId,
  /** Android only: the new passcode, 6 to 8 letters and digits. */
  code: z
    .string()
    .regex(/^[0-9A-Za-z]{6,8}$/u)
    .optional(),
});

export const wipeInput = z.strictObject({
  deviceId: portalId,
  /** The name of the device as the person has typed it. */
  confirmName: z.string().min(1).max(512),
  /** Keep the plan of an eSIM. */
  preserveDataPlan: z.boolean(),
  /** macOS only. Kept in the OS keychain before the request leaves. */
  pin: macPin.optional(),
  /** The keychain does not work and the person has written the PIN down: send it all the same. */
  pinNoted: z.boolean().optional(),
});

export const cancelCommandInput = z.strictObject({ deviceId: portalId, commandId: portalId });

export const ownershipInput = z.strictObject({
  deviceId: portalId,
  ownership: z.enum(['user', 'company']),
});

/** Where a device was last seen, or why nobody can tell. Never kept and never logged. */
export const deviceLocation = z.discriminatedUnion('found', [
  z.strictObject({
    found: z.literal(true),
    /** Degrees, WGS 84. */
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    accuracyMeters: z.number().nonnegative().nullable(),
    capturedAt: epochMs.nullable(),
    /** Age of the fix by the portal's clock, in ms. */
    ageMs: z.number().int().nonnegative().nullable(),
    source: z.enum(['gps', 'network', 'unknown']),
  }),
  z.strictObject({
    found: z.literal(false),
    why: z.enum(['disabled', 'denied-on-device', 'not-supported', 'masked', 'no-fix', 'unknown']),
  }),
]);
export type DeviceLocation = z.infer<typeof deviceLocation>;

/** A PIN that the portal has made up, to be used once. */
export const oneTimePin = z.strictObject({ pin: line, expiresAt: epochMs.nullable() });
export type OneTimePin = z.infer<typeof oneTimePin>;

/** The PINs that this computer's keychain holds for a Mac. */
export const macPins = z.strictObject({ lock: macPin.nullable(), wipe: macPin.nullable() });
export type MacPins = z.infer<typeof macPins>;
