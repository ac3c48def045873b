import { z } from 'zod';
import type { Command, Device } from '../../../preload/contract/devices.ts';
import { toDevice, wireDevice } from '../wire/device.ts';
import { optionalText, wireId } from '../wire/text.ts';
import { withoutMasks } from './masked.ts';
import type { Person } from './person.ts';

/** A device as the admin API tells of it (portal-api.md 2.1): the masks taken out, and whose it is. */
export const deviceRecord = z
  .record(z.string(), z.unknown())
  .transform(withoutMasks)
  .pipe(
    wireDevice.extend({
      emailAddress: optionalText(),
      ownerId: wireId.nullish().catch(null),
    }),
  );
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

/** What this adapter can order; D4, D5 and D7 of the vendor's API are not asked of a portal by this app. */
const offered = ['LOCK', 'FORCE_CHECKIN'];

/**
 * The record in the contract's words. The vendor's API does not say what the person may do: it is the two orders of
 * `offered`, as long as the device is managed; a token that nobody has met leaves the answer to the portal.
 *
 * @param pending what was ordered here and is not known to be over
 * @param now epoch ms of the portal
 */
export function toOwnDevice(
  record: DeviceRecord,
  pending: readonly Command[],
  now: number,
): Device {
  const { state } = toDevice(record, now);
  const isManaged = state === 'active' || state === 'other';
  const disallowed = Object.fromEntries(offered.map((word) => [word, 'DEVICE_NOT_ACTIVE']));
  return toDevice(
    {
      ...record,
      allowedActions: isManaged ? offered : [],
      disallowed: isManaged ? {} : disallowed,
      pendingCommands: [...pending].slice(-32),
    },
    now,
  );
}
