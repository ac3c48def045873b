import { failure } from '../../failure.ts';
import type { Portal } from '../portal.ts';
import type { GiveOrder } from './give-order.ts';
import type { OwnDevices } from './own-devices.ts';
import type { SentOrders } from './sent-orders.ts';

type DeviceCalls = Pick<
  Portal,
  'devices' | 'device' | 'commands' | 'command' | 'lock' | 'forceCheckIn'
>;

const commandRows = 50;

/**
 * The device calls of portal-api.md 2 that every portal has: D1 (list), D2 (one), D3 (lock), D9 (force check-in).
 * Commands are those that were given here; the vendor's API has no list of them.
 */
export function deviceCalls(devices: OwnDevices, give: GiveOrder, sent: SentOrders): DeviceCalls {
  return {
    devices: devices.list,
    device: devices.one,
    commands: (deviceId, start) => {
      const all = sent.of(deviceId);
      const commands = all.slice(start, start + commandRows);
      return Promise.resolve({ commands, total: all.length });
    },
    command: async (id) => {
      const before = sent.find(id);
      // Also an order of an earlier start of the app: nobody knows it any more.
      if (before === undefined) throw failure('not-found');
      if (before.state === 'queued') await devices.one(before.deviceId);
      return sent.find(id) ?? before;
    },
    lock: ({ deviceId, message, phoneNumber, pin, idempotencyKey }) =>
      give({
        type: 'lock',
        action: 'lock',
        deviceIds: [deviceId],
        fields: { message, phoneNumber, osxLockPin: pin },
        idempotencyKey,
      }),
    forceCheckIn: ({ deviceIds, idempotencyKey }) =>
      give({ type: 'force-check-in', action: 'forceCheckin', deviceIds, idempotencyKey }),
  };
}
