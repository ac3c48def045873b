import type { Device } from '../../../preload/contract/devices.ts';
import { failure } from '../../failure.ts';
import { readAllPages } from '../all-pages.ts';
import type { Exchange } from '../exchange.ts';
import { segment } from '../exchange.ts';
import { deviceRecord, ownerOf, toOwnDevice } from './device-record.ts';
import type { DeviceRecord } from './device-record.ts';
import type { Person } from './person.ts';
import type { SentOrders } from './sent-orders.ts';

/** The devices of whoever is signed in, and of nobody else. */
export type OwnDevices = {
  list: () => Promise<Device[]>;
  /** @throws Failure `not-found`, also for a device of somebody else */
  one: (id: string) => Promise<Device>;
  /** The record itself, for what a Device has no room for. */
  record: (id: string) => Promise<DeviceRecord>;
  /** Makes sure that a device is the person's own before anything is done to it. */
  prove: (id: string) => Promise<void>;
};

const base = '/api/v1/device';

/**
 * Reads devices with D1 and D2 of portal-api.md 2.
 *
 * @param me who is signed in
 * @param partition `dmPartitionId` of both calls
 * @param sent learns when a device was last heard of
 */
export function readOwnDevices(
  exchange: Exchange,
  me: () => Promise<Person>,
  partition: () => Promise<string>,
  sent: SentOrders,
): OwnDevices {
  /** Ids that a record has shown to be the person's own. */
  const own = new Set<string>();

  function take(record: DeviceRecord): Device {
    own.add(record.id);
    const device = toOwnDevice(record, [], exchange.now());
    sent.heard(device);
    return toOwnDevice(record, sent.pending(record.id), exchange.now());
  }

  async function record(id: string): Promise<DeviceRecord> {
    const found = await exchange.read(deviceRecord, {
      path: `${base}/${segment(id)}`,
      route: '/device/{id}',
      query: { dmPartitionId: await partition() },
    });
    // As if it were not there: whose it is is nobody's business.
    if (found.id !== id || ownerOf(found, await me()) !== 'me') throw failure('not-found');
    return found;
  }

  const one = async (id: string): Promise<Device> => take(await record(id));

  return {
    list: async () => {
      const person = await me();
      const question = {
        path: base,
        route: '/device',
        query: { dmPartitionId: await partition(), fq: `emailAddress=${person.emailAddress}` },
      };
      const records = await readAllPages(exchange, deviceRecord, question);
      const mine = records.filter((found) => ownerOf(found, person) === 'me');
      const isHidden = records.some((found) => ownerOf(found, person) === 'hidden');
      if (mine.length === 0 && isHidden) throw failure('not-supported', { reason: 'owner-hidden' });
      // A list that changes between two of its pages may name a device twice.
      return [...new Map(mine.map((found) => [found.id, take(found)])).values()];
    },
    one,
    record,
    prove: async (id) => {
      if (!own.has(id)) await one(id);
    },
  };
}
