import type { Command } from '../../../preload/contract/devices.ts';

type NewOrder = Pick<Command, 'id' | 'deviceId' | 'type' | 'state' | 'requestedAt' | 'message'>;

/** The orders that were given through this app since it was signed in. */
export type SentOrders = {
  add: (order: NewOrder) => Command;
  /** Takes in when a device was last heard of, epoch ms. */
  heard: (deviceId: string, lastCheckIn: number | null) => void;
  /** Newest first. */
  of: (deviceId: string) => Command[];
  pending: (deviceId: string) => Command[];
  find: (id: string) => Command | undefined;
};

/** How long an order counts as under way, ms. After that another one may be given. */
const openFor = 600_000;
/** The portal's clock is known to the second only, ms. */
const tolerance = 1_000;
const mostKept = 1_000;

/**
 * Remembers orders, because the vendor's API has no list of them: it takes an order and does not tell what became of
 * it. Known is only that a device has checked in since. That is all a check-in was for, so it is done; whether the
 * screen of a device is locked nobody says, so a lock ends as `unknown` and never as done.
 *
 * @param now epoch ms of the portal
 */
export function rememberOrders(now: () => number): SentOrders {
  let orders: Command[] = [];

  function change(which: (order: Command) => boolean, changed: Partial<Command>): void {
    orders = orders.map((order) =>
      order.state === 'queued' && which(order) ? { ...order, ...changed } : order,
    );
  }

  function age(): void {
    const oldest = now() - openFor;
    change(({ requestedAt }) => requestedAt < oldest, { state: 'unknown' });
  }

  return {
    add: (order) => {
      const isOver = order.state === 'failed';
      const command: Command = {
        ...order,
        requestedBy: 'self',
        sentAt: null,
        completedAt: isOver ? order.requestedAt : null,
        errorCode: null,
        cancellable: false,
      };
      orders = [command, ...orders].slice(0, mostKept);
      return command;
    },
    heard: (deviceId, lastCheckIn) => {
      if (lastCheckIn === null) return;
      const isAnswered = (order: Command): boolean =>
        order.deviceId === deviceId && lastCheckIn >= order.requestedAt + tolerance;
      change((order) => isAnswered(order) && order.type === 'force-check-in', {
        state: 'done',
        completedAt: lastCheckIn,
      });
      change(isAnswered, { state: 'unknown' });
    },
    of: (deviceId) => {
      age();
      return orders.filter((order) => order.deviceId === deviceId);
    },
    pending: (deviceId) => {
      age();
      return orders.filter((order) => order.deviceId === deviceId && order.state === 'queued');
    },
    find: (id) => {
      age();
      return orders.find((order) => order.id === id);
    },
  };
}
