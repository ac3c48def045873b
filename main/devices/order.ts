import type { Command, CommandType } from '../../preload/contract/devices.ts';
import type { Clock } from '../clock.ts';
import { askAfter, isAnswerLost } from '../lost-answer.ts';
import type { Portal } from '../portal/portal.ts';

/** One order to some devices, as it is sent and as it is looked for afterwards. */
export type Order = {
  type: CommandType;
  deviceIds: readonly string[];
  /** Ids of commands that were there before. */
  known: ReadonlySet<string>;
  send: () => Promise<Command[]>;
};

/** Request times are compared with the portal's own clock, which is known to the second, ms. */
const tolerance = 5_000;
async function find(portal: Portal, order: Order, since: number): Promise<Command[] | null> {
  const pages = await Promise.all(order.deviceIds.map((id) => portal.commands(id, 0)));
  const found = pages
    .flatMap(({ commands }) => commands)
    .filter(
      (command) =>
        command.type === order.type &&
        command.requestedBy !== 'admin' &&
        command.requestedAt >= since - tolerance &&
        !order.known.has(command.id),
    );
  return found.length === 0 ? null : found;
}

/**
 * Sends an order exactly once. When the answer is lost the portal is asked which commands it has: those that
 * are there are the answer.
 *
 * @throws Failure the failure of the request when the portal has nothing of it; `outcome-unknown` when the portal
 *   could not be asked either
 */
export async function sendOnce(portal: Portal, clock: Clock, order: Order): Promise<Command[]> {
  const since = portal.now();
  try {
    return await order.send();
  } catch (lost) {
    if (!isAnswerLost(lost)) throw lost;
    const found = await askAfter(clock, () => find(portal, order, since));
    if (found === null) throw lost;
    return found;
  }
}
