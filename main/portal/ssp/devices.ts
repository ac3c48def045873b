import { failure } from '../../failure.ts';
import type { Exchange } from '../exchange.ts';
import { segment } from '../exchange.ts';
import type { Portal } from '../portal.ts';
import { wireCommand } from '../wire/command.ts';
import { toDevice, wireDevice } from '../wire/device.ts';
import { page } from '../wire/page.ts';
import { readAllPages } from '../all-pages.ts';

type DeviceCalls = Pick<
  Portal,
  'devices' | 'device' | 'commands' | 'command' | 'lock' | 'forceCheckIn'
>;

const base = '/api/v1/ssp';
const commandRows = 50;
/** A device action is answered as soon as the portal has queued it. */
const actionDeadline = 30_000;

/** The calls of portal-api.md 7.3 and 7.4. */
export function deviceCalls(exchange: Exchange): DeviceCalls {
  const commandPage = page(wireCommand);
  // Within the schema: all pages but the last are done with before the last one comes.
  const device = wireDevice.transform((wire) => toDevice(wire, exchange.now()));

  async function act(action: string, body: URLSearchParams, idempotencyKey: string) {
    const { items } = await exchange.send(commandPage, {
      method: 'PUT',
      path: `${base}/device/${action}`,
      route: `/ssp/device/${action}`,
      body,
      idempotencyKey,
      deadline: actionDeadline,
    });
    // Accepted, but nothing readable came back: what became of the order is to be asked.
    if (items.length === 0) throw failure('invalid-response');
    return items;
  }

  return {
    devices: () => readAllPages(exchange, device, { path: `${base}/device`, route: '/ssp/device' }),
    device: (id) =>
      exchange.read(device, { path: `${base}/device/${segment(id)}`, route: '/ssp/device/{id}' }),
    commands: async (deviceId, start) => {
      const { items, total, size } = await exchange.read(commandPage, {
        path: `${base}/device/${segment(deviceId)}/command`,
        route: '/ssp/device/{id}/command',
        query: { rows: String(commandRows), start: String(start) },
      });
      return { commands: items, total: total ?? start + size };
    },
    command: (id) =>
      exchange.read(wireCommand, {
        path: `${base}/command/${segment(id)}`,
        route: '/ssp/command/{id}',
      }),
    lock: ({ deviceId, message, phoneNumber, pin, idempotencyKey }) => {
      const body = new URLSearchParams({ ids: deviceId });
      if (message !== undefined && message !== '') body.set('message', message);
      if (phoneNumber !== undefined && phoneNumber !== '') body.set('phoneNumber', phoneNumber);
      if (pin !== undefined) body.set('osxLockPin', pin);
      return act('lock', body, idempotencyKey);
    },
    forceCheckIn: ({ deviceIds, idempotencyKey }) =>
      act(
        'forceCheckin',
        new URLSearchParams(deviceIds.map((id): [string, string] => ['ids', id])),
        idempotencyKey,
      ),
  };
}
