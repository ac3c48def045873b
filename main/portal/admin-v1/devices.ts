import type { Command, CommandType, Device } from '../../../preload/contract/devices.ts';
import { failure } from '../../failure.ts';
import { isAnswerLost } from '../../lost-answer.ts';
import { readAllPages } from '../all-pages.ts';
import type { Exchange } from '../exchange.ts';
import { segment } from '../exchange.ts';
import type { Portal } from '../portal.ts';
import { actionResult, stateAfter } from './action-result.ts';
import { deviceRecord, ownerOf, toOwnDevice } from './device-record.ts';
import type { DeviceRecord } from './device-record.ts';
import type { Person } from './person.ts';
import { rememberOrders } from './sent-orders.ts';

type DeviceCalls = Pick<
  Portal,
  'devices' | 'device' | 'commands' | 'command' | 'lock' | 'forceCheckIn'
>;
type Order = {
  type: CommandType;
  action: string;
  deviceIds: readonly string[];
  fields: Readonly<Record<string, string | undefined>>;
  idempotencyKey: string;
};

const base = '/api/v1/device';
const commandRows = 50;
/** An action is answered as soon as the portal has queued it, ms. */
const actionDeadline = 30_000;

/**
 * The device calls of portal-api.md 2: D1 (list), D2 (one), D3 (lock), D9 (force check-in), for one's own devices.
 *
 * @param me who is signed in
 * @param partition `dmPartitionId` of the calls that need it
 */
export function deviceCalls(
  exchange: Exchange,
  me: () => Promise<Person>,
  partition: () => Promise<string>,
): DeviceCalls {
  const sent = rememberOrders(exchange.now);
  /** Ids that a record has shown to be the person's own. */
  const own = new Set<string>();

  function take(record: DeviceRecord): Device {
    own.add(record.id);
    sent.heard(record.id, record.lastCheckin);
    return toOwnDevice(record, sent.pending(record.id), exchange.now());
  }

  async function one(id: string): Promise<Device> {
    const record = await exchange.read(deviceRecord, {
      path: `${base}/${segment(id)}`,
      route: '/device/{id}',
      query: { dmPartitionId: await partition() },
    });
    // As if it were not there: whose it is is nobody's business.
    if (record.id !== id || ownerOf(record, await me()) !== 'me') throw failure('not-found');
    return take(record);
  }

  /** The header of idempotency is not the vendor's; the key only names what is remembered here. */
  async function give({ type, action, deviceIds, fields, idempotencyKey }: Order) {
    for (const id of deviceIds) if (!own.has(id)) await one(id);
    const body = new URLSearchParams(deviceIds.map((id): [string, string] => ['ids', id]));
    for (const [name, value] of Object.entries(fields))
      if (value !== undefined && value !== '') body.set(name, value);
    const requestedAt = exchange.now();
    const remember = (deviceId: string, at: number, state: Command['state']): Command => {
      const id = `${idempotencyKey}.${at}`;
      const message = fields['message'] ?? null;
      return sent.add({ id, deviceId, type, state, requestedAt, message });
    };
    try {
      const result = await exchange.send(actionResult, {
        method: 'PUT',
        path: `${base}/${action}`,
        route: `/device/${action}`,
        body,
        deadline: actionDeadline,
      });
      return deviceIds.map((id, at) => remember(id, at, stateAfter(result, id, deviceIds.length)));
    } catch (cause) {
      if (!isAnswerLost(cause)) throw cause;
      // There is no list of orders to ask, so nothing can tell whether this one arrived.
      for (const [at, id] of deviceIds.entries()) remember(id, at, 'unknown');
      throw failure('outcome-unknown');
    }
  }

  return {
    devices: async () => {
      const person = await me();
      const question = {
        path: base,
        route: '/device',
        query: { dmPartitionId: await partition(), fq: `emailAddress=${person.emailAddress}` },
      };
      const records = await readAllPages(exchange, deviceRecord, question);
      const mine = records.filter((record) => ownerOf(record, person) === 'me');
      const isHidden = records.some((record) => ownerOf(record, person) === 'hidden');
      if (mine.length === 0 && isHidden) throw failure('not-supported', { reason: 'owner-hidden' });
      // A list that changes between two of its pages may name a device twice.
      return [...new Map(mine.map((record) => [record.id, take(record)])).values()];
    },
    device: one,
    commands: (deviceId, start) => {
      const all = sent.of(deviceId);
      const commands = all.slice(start, start + commandRows);
      return Promise.resolve({ commands, total: all.length });
    },
    command: async (id) => {
      const before = sent.find(id);
      // Also an order of an earlier start of the app: nobody knows it any more.
      if (before === undefined) throw failure('not-found');
      if (before.state === 'queued') await one(before.deviceId);
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
      give({
        type: 'force-check-in',
        action: 'forceCheckin',
        deviceIds,
        fields: {},
        idempotencyKey,
      }),
  };
}
