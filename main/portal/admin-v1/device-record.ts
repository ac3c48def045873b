import { z } from 'zod';
import type { Command, Device } from '../../../preload/contract/devices.ts';
import { toDevice, wireDevice } from '../wire/device.ts';
import { wireLocation } from '../wire/location.ts';
import { optionalText, wireId } from '../wire/text.ts';
import { isMasked, withoutMasks } from './masked.ts';
import type { Person } from './person.ts';

const policy = z.object({ locateStatus: z.unknown() }).catch({ locateStatus: null });

/** The last position, which is part of the record (portal-api.md 2, D15); where its numbers are masked, so is it. */
function positionIn(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { latitude, longitude, locationLastCapturedAt, privacyPolicy } = record;
  const isHidden = isMasked(latitude) || isMasked(longitude);
  const locateStatus = isHidden ? 'MASKED' : policy.parse(privacyPolicy).locateStatus;
  return { latitude, longitude, locationLastCapturedAt, locateStatus };
}

const own = wireDevice.extend({
  emailAddress: optionalText(),
  ownerId: wireId.nullish().catch(null),
  position: wireLocation,
});

/** A device as the admin API tells of it (portal-api.md 2.1): the masks taken out, and whose it is. */
export const deviceRecord = z
  .record(z.string(), z.unknown())
  .transform((raw): Record<string, unknown> => ({
    ...withoutMasks(raw),
    position: positionIn(raw),
  }))
  .pipe(own);
export type DeviceRecord = z.output<typeof deviceRecord>;

/**
 * Whose device this is. The API is made for administrators and answers with everybody's devices to whoever may see
 * them, so the filter of the request alone is not trusted: a device counts as one's own only when its record says so,
 * by its address or, where that is hidden, by its owner's id.
 */
export function ownerOf(record: DeviceRecord, person: Person): 'me' | 'other' | 'hidden' {
  const { emailAddress, ownerId } = record;
  if (emailAddress !== null)
    return emailAddress.toLowerCase() === person.emailAddress.toLowerCase() ? 'me' : 'other';
  if (typeof ownerId !== 'string' || person.accountId === null) return 'hidden';
  return ownerId === person.accountId ? 'me' : 'other';
}

/** The orders that the vendor's API takes, in the words of `permissions`; a Mac's wipe needs an unpublished PIN. */
const offered = ['LOCK', 'FORCE_CHECKIN', 'UNLOCK', 'RETIRE', 'WIPE', 'LOCATE'];
const notOnMacs = ['UNLOCK', 'WIPE'];

/** Reasons of the record itself against an order (portal-api.md 2.2). */
function reasonsAgainst(record: DeviceRecord, device: Device): Record<string, string> {
  const { location, wipeDisabled } = device.policy;
  const isManaged = device.state === 'active' || device.state === 'other';
  if (!isManaged) return Object.fromEntries(offered.map((word) => [word, 'DEVICE_NOT_ACTIVE']));
  return {
    ...(wipeDisabled ? { WIPE: 'WIPE_DISABLED_BY_POLICY' } : {}),
    ...(record.lostModeEnabled ? { UNLOCK: 'LOST_MODE' } : {}),
    ...(location === 'disabled' ? { LOCATE: 'LOCATION_DISABLED' } : {}),
    ...(location === 'user-denied' ? { LOCATE: 'USER_DENIED' } : {}),
    ...(location === 'not-supported' ? { LOCATE: 'NOT_SUPPORTED' } : {}),
  };
}

/**
 * The record in the contract's words. The vendor's API does not say what the person may do: it is what the API has a
 * call for, unless the record speaks against it. A state that nobody has met leaves the answer to the portal.
 *
 * @param pending what was ordered here and is not known to be over
 * @param now epoch ms of the portal
 */
export function toOwnDevice(
  record: DeviceRecord,
  pending: readonly Command[],
  now: number,
): Device {
  const device = toDevice(record, now);
  const isMac = device.platform === 'macos';
  return toDevice(
    {
      ...record,
      allowedActions: offered.filter((word) => !isMac || !notOnMacs.includes(word)),
      disallowed: reasonsAgainst(record, device),
      pendingCommands: [...pending].slice(-32),
    },
    now,
  );
}
