import type { Command, CommandType } from '../../../preload/contract/devices.ts';
import { failure } from '../../failure.ts';
import { isAnswerLost } from '../../lost-answer.ts';
import type { Exchange } from '../exchange.ts';
import { actionResult, stateAfter } from './action-result.ts';
import type { OwnDevices } from './own-devices.ts';
import type { SentOrders } from './sent-orders.ts';

type Order = {
  type: CommandType;
  /** The last part of the path: `lock`. */
  action: string;
  deviceIds: readonly string[];
  /** What goes into the form beside the ids; what is empty is left out. */
  fields?: Readonly<Record<string, string | undefined>>;
  /** Not sent, since the vendor has no such header: it names what is remembered here. */
  idempotencyKey: string;
};

export type GiveOrder = (order: Order) => Promise<Command[]>;

/** An action is answered as soon as the portal has queued it, ms. */
const deadline = 30_000;

/**
 * Sends an action of portal-api.md 2 (a form with repeated ids, PUT) exactly once, for one's own devices, and
 * remembers it.
 *
 * @returns the order for each device, `failed` where it was refused
 * @throws Failure `outcome-unknown` when the answer is lost: there is no list of orders to ask whether it arrived
 */
export function orderGiver(exchange: Exchange, devices: OwnDevices, sent: SentOrders): GiveOrder {
  return async ({ type, action, deviceIds, fields = {}, idempotencyKey }) => {
    for (const id of deviceIds) await devices.prove(id);
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
        path: `/api/v1/device/${action}`,
        route: `/device/${action}`,
        body,
        deadline,
      });
      return deviceIds.map((id, at) => remember(id, at, stateAfter(result, id, deviceIds.length)));
    } catch (cause) {
      if (!isAnswerLost(cause)) throw cause;
      for (const [at, id] of deviceIds.entries()) remember(id, at, 'unknown');
      throw failure('outcome-unknown');
    }
  };
}
