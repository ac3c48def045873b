import type { Command, CommandType } from '../../preload/contract/devices.ts';
import type { Clock } from '../clock.ts';
import { failure, isFailure } from '../failure.ts';
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
/** A portal may still be at it when the line breaks; so it is asked more than once. */
const pauses = [500, 2_000, 4_000];

/** Could the request have arrived although there was no good answer? */
export const isAnswerLost = (cause: unknown): boolean =>
  isFailure(
    cause,
    'timeout',
    'portal-unreachable',
    'portal-failed',
    'invalid-response',
    'too-large',
  ) && cause.error.reason !== 'not-connected';

async function find(portal: Portal, order: Order, since: number): Promise<Command[]> {
  const pages = await Promise.all(order.deviceIds.map((id) => portal.commands(id, 0)));
  return pages
    .flatMap(({ commands }) => commands)
    .filter(
      (command) =>
        command.type === order.type &&
        command.requestedBy !== 'admin' &&
        command.requestedAt >= since - tolerance &&
        !order.known.has(command.id),
    );
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
    let wasAsked = false;
    for (const pause of pauses) {
      await clock.sleep(pause);
      try {
        const found = await find(portal, order, since);
        wasAsked = true;
        if (found.length > 0) return found;
      } catch (cause) {
        if (isFailure(cause, 'cancelled', 'signed-out')) throw failure('outcome-unknown');
        wasAsked = false;
      }
    }
    throw wasAsked ? lost : failure('outcome-unknown');
  }
}
