import type { Command, CommandType, Device } from '../../../preload/contract/devices.ts';

type NewOrder = Pick<Command, 'id' | 'deviceId' | 'type' | 'state' | 'requestedAt' | 'message'>;
type Seen = Pick<Device, 'id' | 'lastCheckIn' | 'state'>;

/** The orders that were given through this app since it was signed in. */
export type SentOrders = {
  add: (order: NewOrder) => Command;
  /** Takes in how a device stands. */
  heard: (device: Seen) => void;
  /** Ends what is under way of one type. */
  settle: (deviceId: string, type: CommandType, state: 'cancelled' | 'done') => Command[];
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

/** What the state of a device says of an order to it. */
const doneIn: Partial<Record<CommandType, Device['state']>> = { wipe: 'wiped', retire: 'retired' };
const underWayIn: Partial<Record<CommandType, Device['state']>> = {
  wipe: 'wipe-pending',
  retire: 'retire-pending',
};

/** How an order stands when its device was seen like this; nothing where that says nothing. */
function afterSeeing(order: Command, { state, lastCheckIn }: Seen): Partial<Command> {
  if (doneIn[order.type] === state) return { state: 'done', cancellable: false };
  if (underWayIn[order.type] === state) return {};
  if (lastCheckIn === null || lastCheckIn < order.requestedAt + tolerance) return {};
  if (order.type === 'force-check-in') return { state: 'done', completedAt: lastCheckIn };
  return { state: 'unknown', cancellable: false };
}

/**
 * Remembers orders, because the vendor's API has no list of them: it takes an order and does not tell what became of
 * it. Known is only when a device has last checked in, and whether it is still managed. That is all that a check-in, a
 * wipe and a retirement are for, so they can be seen to be done; whether a screen is locked nobody says, so a lock
 * ends as `unknown` and never as done.
 *
 * @param now epoch ms of the portal
 */
export function rememberOrders(now: () => number): SentOrders {
  let orders: Command[] = [];

  function change(to: (order: Command) => Partial<Command>): void {
    orders = orders.map((order) => (order.state === 'queued' ? { ...order, ...to(order) } : order));
  }

  /** A wipe stays under way until it is seen or taken back: it does not pass by itself. */
  function current(): Command[] {
    const oldest = now() - openFor;
    change(({ type, requestedAt }) =>
      type !== 'wipe' && requestedAt < oldest ? { state: 'unknown' } : {},
    );
    return orders;
  }

  return {
    add: (order) => {
      const command: Command = {
        ...order,
        requestedBy: 'self',
        sentAt: null,
        completedAt: order.state === 'failed' ? order.requestedAt : null,
        errorCode: null,
        cancellable: order.type === 'wipe' && order.state === 'queued',
      };
      orders = [command, ...orders].slice(0, mostKept);
      return command;
    },
    heard: (device) =>
      change((order) => (order.deviceId === device.id ? afterSeeing(order, device) : {})),
    settle: (deviceId, type, state) => {
      const isMeant = (order: Command): boolean =>
        order.deviceId === deviceId && order.type === type && order.state === 'queued';
      const ids = new Set(orders.filter(isMeant).map(({ id }) => id));
      change((order) =>
        ids.has(order.id) ? { state, completedAt: Math.round(now()), cancellable: false } : {},
      );
      return orders.filter(({ id }) => ids.has(id));
    },
    of: (deviceId) => current().filter((order) => order.deviceId === deviceId),
    pending: (deviceId) =>
      current().filter((order) => order.deviceId === deviceId && order.state === 'queued'),
    find: (id) => current().find((order) => order.id === id),
  };
}
