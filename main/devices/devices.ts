import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../preload/contract.ts';
import type { Command, Device, DeviceList } from '../../preload/contract/devices.ts';
import type { Cache } from '../cache.ts';
import type { Clock } from '../clock.ts';
import { failure, isAway, isFailure } from '../failure.ts';
import type { Emit } from '../ipc/connect.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { isFinal } from '../portal/wire/command.ts';
import type { CurrentSession, SignedIn } from '../session/signed-in.ts';
import { createSingleFlight } from '../single-flight.ts';
import { createDeviceFacts } from './device-facts.ts';
import type { DeviceFactsOptions } from './device-facts.ts';
import { createDeviceOrders } from './device-orders.ts';
import type { DeviceOrdersOptions } from './device-orders.ts';
import { followCommands } from './follow.ts';
import { createKnownDevices } from './known-devices.ts';
import { keepMacPin } from './lock-pin.ts';
import { sendOnce } from './order.ts';
import { refusalOf } from './permission.ts';

type DeviceHandlers = Pick<Handlers, Extract<keyof Handlers, `devices.${string}`>>;
type LockInput = Parameters<Handlers['devices.lock']>[0];

export type DevicesOptions = {
  session: CurrentSession;
  keychain: Keychain;
  cache: Cache;
  clock: Clock;
  emit: Emit;
  /** Told of every list that the portal has just given, or changed a device of. */
  onList: (list: DeviceList) => void;
} & Pick<DeviceOrdersOptions, 'proof' | 'confirm'> &
  Pick<DeviceFactsOptions, 'openBrowser'>;

export type Devices = {
  handlers: DeviceHandlers;
  /** Fetches a list that is not fresh again, quietly: the portal has come back. */
  freshen: () => void;
  /** Fetches the list again, quietly, however fresh it is. */
  refresh: () => void;
  /** Somebody else is signed in, or nobody. */
  forget: () => void;
};

/** The devices of whoever is signed in, and what can be done to them. */
export function createDevices(options: DevicesOptions): Devices {
  const { session, keychain, cache, clock, emit, onList } = options;
  const known = createKnownDevices(emit, cache, onList);
  const follower = followCommands(known, emit, clock, () => session.signedIn()?.portal ?? null);
  const flight = createSingleFlight<DeviceList>();
  /** Calls of the page that wait for a list: it comes to them as the answer. */
  let asking = 0;

  async function fetchList({ portal, signal }: SignedIn): Promise<DeviceList> {
    // How many devices there may be is nice to know; the list does not wait for it to work.
    const allowance = portal.allowance().catch(() => null);
    const devices = await portal.devices();
    const { devicesUsed = null, deviceLimit = null } = (await allowance) ?? {};
    if (signal.aborted) throw failure('cancelled');
    const fetchedAt = portal.now();
    const list = { devices, fetchedAt, stale: false, used: devicesUsed, limit: deviceLimit };
    known.replace(list, asking > 0);
    follower.follow();
    return list;
  }

  const fetchOnce = (signedIn: SignedIn): Promise<DeviceList> =>
    flight.join(() => fetchList(signedIn));

  async function list(refresh: boolean): Promise<DeviceList> {
    const signedIn = session.require();
    const last = known.list();
    if (!refresh && last !== null) {
      // What is known is shown at once; what is new comes as an event.
      freshen();
      return last;
    }
    try {
      return await fetchOnce(signedIn);
    } catch (cause) {
      const aged = isAway(cause) ? known.age(asking > 0) : null;
      if (aged === null) throw cause;
      return aged;
    }
  }

  async function answer(refresh: boolean): Promise<DeviceList> {
    asking += 1;
    try {
      return await list(refresh);
    } finally {
      asking -= 1;
    }
  }

  function freshen(): void {
    const signedIn = session.signedIn();
    if (signedIn !== null && known.list()?.stale !== false)
      fetchOnce(signedIn).catch(() => undefined);
  }

  /** Takes the new state of the devices that were given an order, and follows the commands. */
  async function settle({ portal }: SignedIn, commands: readonly Command[]): Promise<void> {
    for (const deviceId of new Set(commands.map((command) => command.deviceId))) {
      const mine = commands.filter((command) => command.deviceId === deviceId);
      const device = await portal.device(deviceId).catch(() => known.find(deviceId));
      if (device === undefined) continue;
      // A quick device has done it before anybody looked, and no answer tells nothing: how each command has ended is
      // still to be asked.
      const listed = new Set(device.pending.map(({ id }) => id));
      const unseen = mine.filter(({ id, state }) => !listed.has(id) && !isFinal(state));
      known.update({ ...device, pending: [...device.pending, ...unseen].slice(-32) });
    }
    follower.follow();
  }

  const knownCommands = (ids: readonly string[]): Set<string> =>
    new Set(ids.flatMap((id) => known.find(id)?.pending.map((command) => command.id) ?? []));

  async function keepPin(signedIn: SignedIn, input: LockInput, device: Device): Promise<void> {
    if (device.needsLockPin !== (input.pin !== undefined))
      throw failure('invalid-input', { field: 'pin' });
    // The demo portal's Macs do not exist, and its address is another one at each start.
    if (input.pin === undefined || signedIn.isDemo) return;
    const mac = { origin: signedIn.origin, deviceId: device.id };
    try {
      await keepMacPin(keychain, 'lock', mac, input.pin);
    } catch (cause) {
      if (input.pinNoted !== true) throw cause;
    }
  }

  async function lock(input: LockInput): Promise<{ commands: Command[] }> {
    const signedIn = session.require();
    const { portal } = signedIn;
    const { deviceId, message, phoneNumber, pin } = input;
    const last = known.find(deviceId);
    const isFree = last !== undefined && refusalOf(last, 'lock') !== 'command-pending';
    // Pending may be over by now; only the portal knows.
    const device = isFree ? last : await portal.device(deviceId);
    if (refusalOf(device, 'lock') === 'command-pending')
      throw failure('conflict', { reason: 'CommandPending' });
    await keepPin(signedIn, input, device);
    const order = {
      deviceId,
      idempotencyKey: randomUUID(),
      ...(message === undefined ? {} : { message }),
      ...(phoneNumber === undefined ? {} : { phoneNumber }),
      ...(pin === undefined ? {} : { pin }),
    };
    const commands = await sendOnce(portal, clock, {
      type: 'lock',
      deviceIds: [deviceId],
      known: knownCommands([deviceId]),
      send: () => portal.lock(order),
    });
    await settle(signedIn, commands);
    return { commands };
  }

  async function forceCheckIn(deviceIds: readonly string[]): Promise<{ commands: Command[] }> {
    const signedIn = session.require();
    const { portal } = signedIn;
    const idempotencyKey = randomUUID();
    const commands = await sendOnce(portal, clock, {
      type: 'force-check-in',
      deviceIds,
      known: knownCommands(deviceIds),
      send: () => portal.forceCheckIn({ deviceIds, idempotencyKey }),
    });
    await settle(signedIn, commands);
    return { commands };
  }

  function refresh(): void {
    list(true).catch(() => undefined);
  }

  /** What the portal knows better than the list does: the list is looked at again, and the order is not repeated. */
  async function orRefresh<T>(given: Promise<T>): Promise<T> {
    try {
      return await given;
    } catch (cause) {
      if (isFailure(cause, 'not-found', 'conflict')) refresh();
      throw cause;
    }
  }

  return {
    handlers: {
      'devices.list': (input) => answer(input.refresh),
      'devices.commands': ({ deviceId, start }) =>
        session.require().portal.commands(deviceId, start),
      'devices.lock': (input) => orRefresh(lock(input)),
      ...createDeviceOrders({ ...options, known, settle, refresh }),
      ...createDeviceFacts({ ...options, known }),
      'devices.forceCheckIn': ({ deviceIds }) => orRefresh(forceCheckIn([...new Set(deviceIds)])),
    },
    freshen,
    refresh,
    forget: () => {
      follower.stop();
      known.forget();
      flight.forget();
    },
  };
}
