import { failure } from '../../failure.ts';
import type { DeviceOrders } from '../capabilities.ts';
import { toLocation } from '../wire/location.ts';
import type { GiveOrder } from './give-order.ts';
import type { OwnDevices } from './own-devices.ts';
import type { SentOrders } from './sent-orders.ts';

const absent = (reason: string): Promise<never> =>
  Promise.reject(failure('not-supported', { reason }));

/**
 * The orders of portal-api.md 2 beyond Lock and Force Check-in: D4 (unlock), D5 (wipe), D6 (take back a wipe) and D7
 * (retire); and the last position, which is part of the record (D15). Not published, and so absent with a reason: the
 * parameters of a code of one's own, of a Mac's PIN and of giving up a data plan; D8 (take back a retirement); the
 * parameters of D12 (ownership); PINs for secure apps.
 *
 * @param now epoch ms of the portal
 */
export function deviceOrders(
  devices: OwnDevices,
  give: GiveOrder,
  sent: SentOrders,
  now: () => number,
): DeviceOrders {
  return {
    unlock: ({ deviceId, code, idempotencyKey }) =>
      code === undefined
        ? give({ type: 'unlock', action: 'unlock', deviceIds: [deviceId], idempotencyKey })
        : absent('unlock-code'),
    wipe: ({ deviceId, preserveDataPlan, pin, idempotencyKey }) => {
      if (pin !== undefined) return absent('wipe-pin');
      // Keeping it is what the vendor does of itself.
      if (!preserveDataPlan) return absent('wipe-data-plan');
      return give({ type: 'wipe', action: 'wipe', deviceIds: [deviceId], idempotencyKey });
    },
    retire: ({ deviceId, idempotencyKey }) =>
      give({ type: 'retire', action: 'retire', deviceIds: [deviceId], idempotencyKey }),
    cancelWipe: async ({ deviceId, idempotencyKey }) => {
      const order = { action: 'wipeCancel', deviceIds: [deviceId], idempotencyKey };
      const taken = await give({ ...order, type: 'other' });
      if (taken.some(({ state }) => state !== 'queued')) return taken;
      // The portal itself takes it back; no device has to answer.
      const done = sent.settle(deviceId, 'other', 'done');
      return [...sent.settle(deviceId, 'wipe', 'cancelled'), ...done];
    },
    cancelRetire: () => absent('cancel-retire'),
    setOwnership: () => absent('set-ownership'),
    location: async (deviceId) => toLocation((await devices.record(deviceId)).position, now()),
    secureAppsPin: () => absent('reset-secure-apps-pin'),
  };
}
