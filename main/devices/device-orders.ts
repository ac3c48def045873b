import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../preload/contract.ts';
import type {
  Command,
  CommandType,
  Device,
  DeviceAction,
  Platform,
} from '../../preload/contract/devices.ts';
import type { Clock } from '../clock.ts';
import { failure, isFailure } from '../failure.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { askAfter, isAnswerLost } from '../lost-answer.ts';
import { demand } from '../portal/capabilities.ts';
import type { DeviceOrders } from '../portal/capabilities.ts';
import { isFinal } from '../portal/wire/command.ts';
import { cleanText } from '../portal/wire/text.ts';
import type { PasswordProof } from '../session/proof.ts';
import type { CurrentSession, SignedIn } from '../session/signed-in.ts';
import { createDestructiveTurn } from './destructive.ts';
import type { KnownDevices } from './known-devices.ts';
import { forgetWipePin, keepMacPin } from './lock-pin.ts';
import { sendOnce } from './order.ts';
import { demandAllowed } from './permission.ts';

/** What main asks the person in its own dialog; the name is fit to be shown. */
export type OrderQuestion = { kind: 'wipe' | 'retire'; deviceName: string; platform: Platform };

export type DeviceOrdersOptions = {
  session: CurrentSession;
  proof: Pick<PasswordProof, 'demand'>;
  keychain: Keychain;
  clock: Clock;
  /** Asks the person, where the page can't answer. */
  confirm: (question: OrderQuestion) => Promise<boolean>;
  known: KnownDevices;
  /** Takes the new state of the devices after an order, and follows the commands. */
  settle: (signedIn: SignedIn, commands: readonly Command[]) => Promise<void>;
  /** Reads the list again, quietly: a device in it is gone from the portal. */
  refresh: () => void;
};

type Made = Promise<{ commands: Command[] }>;
type OrderHandlers = Pick<
  Handlers,
  'devices.unlock' | 'devices.wipe' | 'devices.retire' | 'devices.cancelCommand'
>;
type WipeInput = Parameters<OrderHandlers['devices.wipe']>[0];
/** A device as it stands now, and who may give it orders. */
type Target = { signedIn: SignedIn; orders: DeviceOrders; device: Device };

/** A name in a sentence that somebody decides by: no character that is not seen, and not endless. */
const shownName = (name: string): string => cleanText(name.replaceAll(/\p{Cf}/gu, ''), 80);

/** What somebody can see and type of a name: a keyboard has straight quotation marks where the name has curved ones. */
const typed = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\u2018\u2019\u02BC]/gu, "'")
    .replaceAll(/[\u201C\u201D]/gu, '"')
    .trim();

/** Unlock, Wipe, Retire and the cancelling of the last two: nothing is queued, and nothing is sent twice. */
export function createDeviceOrders(options: DeviceOrdersOptions): OrderHandlers {
  const { session, proof, keychain, clock, confirm, known, settle, refresh } = options;
  const takeTurn = createDestructiveTurn(clock);
  const underWay = new Set<string>();

  /** Looks at the device as it is now, not as it was known: whoever is offline gets no further. */
  async function look(deviceId: string, action: DeviceAction): Promise<Target> {
    const signedIn = session.require();
    const orders = demand(signedIn.portal, 'orders');
    const device = await signedIn.portal.device(deviceId).catch((cause: unknown) => {
      if (isFailure(cause, 'not-found')) refresh();
      throw cause;
    });
    known.update(device);
    demandAllowed(device, action);
    return { signedIn, orders, device };
  }

  async function give(
    { signedIn, device }: Target,
    type: CommandType,
    send: (to: { deviceId: string; idempotencyKey: string }) => Promise<Command[]>,
  ): Made {
    if (signedIn.signal.aborted) throw failure('signed-out');
    const name = `${type} ${device.id}`;
    if (underWay.has(name)) throw failure('conflict', { reason: 'CommandPending' });
    underWay.add(name);
    try {
      const to = { deviceId: device.id, idempotencyKey: randomUUID() };
      const commands = await sendOnce(signedIn.portal, clock, {
        type,
        deviceIds: [device.id],
        known: new Set(device.pending.map(({ id }) => id)),
        send: () => send(to),
      });
      await settle(signedIn, commands);
      return { commands };
    } finally {
      underWay.delete(name);
    }
  }

  async function askPerson({ device }: Target, kind: OrderQuestion['kind']): Promise<void> {
    const { name, platform } = device;
    if (!(await confirm({ kind, deviceName: shownName(name), platform })))
      throw failure('cancelled');
  }

  async function unlock(deviceId: string, code: string | undefined): Made {
    const target = await look(deviceId, 'unlock');
    if (code !== undefined && target.device.platform !== 'android')
      throw failure('invalid-input', { field: 'code' });
    await proof.demand(target.signedIn);
    return give(target, 'unlock', (to) =>
      target.orders.unlock({ ...to, ...(code === undefined ? {} : { code }) }),
    );
  }

  /** @returns takes the PIN back */
  async function keepPin({ signedIn, device }: Target, input: WipeInput) {
    const nothing = (): Promise<void> => Promise.resolve();
    const { pin, pinNoted } = input;
    if (pin === undefined || signedIn.isDemo) return nothing;
    const mac = { origin: signedIn.origin, deviceId: device.id };
    try {
      await keepMacPin(keychain, 'wipe', mac, pin);
    } catch (cause) {
      if (pinNoted !== true) throw cause;
      return nothing;
    }
    return () => forgetWipePin(keychain, mac);
  }

  async function wipe(input: WipeInput): Made {
    const target = await look(input.deviceId, 'wipe');
    const { confirmName, preserveDataPlan, pin } = input;
    if (typed(confirmName) !== typed(target.device.name))
      throw failure('invalid-input', { field: 'confirmName' });
    if (target.device.needsLockPin !== (pin !== undefined))
      throw failure('invalid-input', { field: 'pin' });
    await proof.demand(target.signedIn);
    return takeTurn(async () => {
      const takeBack = await keepPin(target, input);
      await askPerson(target, 'wipe').catch(async (cause: unknown) => {
        await takeBack();
        throw cause;
      });
      const more = { confirmName: target.device.name, preserveDataPlan };
      return give(target, 'wipe', (to) =>
        target.orders.wipe({ ...to, ...more, ...(pin === undefined ? {} : { pin }) }),
      );
    });
  }

  async function retire(deviceId: string): Made {
    const target = await look(deviceId, 'retire');
    await proof.demand(target.signedIn);
    return takeTurn(async () => {
      await askPerson(target, 'retire');
      return give(target, 'retire', target.orders.retire);
    });
  }

  async function cancel(deviceId: string, commandId: string): Made {
    const signedIn = session.require();
    const { portal } = signedIn;
    const orders = demand(portal, 'orders');
    const before = await portal.command(commandId);
    const isMine = before.deviceId === deviceId && before.cancellable && !isFinal(before.state);
    const send =
      before.type === 'wipe'
        ? orders.cancelWipe
        : before.type === 'retire'
          ? orders.cancelRetire
          : null;
    if (!isMine || send === null) throw failure('conflict', { reason: 'DeviceStateConflict' });
    const order = { deviceId, idempotencyKey: randomUUID() };
    const commands = await send(order).catch(async (lost: unknown) => {
      if (!isAnswerLost(lost)) throw lost;
      // Still pending is no answer: the request may be on its way.
      const after = await askAfter(clock, async () => {
        const now = await portal.command(commandId);
        return isFinal(now.state) ? now : null;
      });
      if (after === null) throw lost;
      return [after];
    });
    await settle(signedIn, commands);
    return { commands };
  }

  return {
    'devices.unlock': ({ deviceId, code }) => unlock(deviceId, code),
    'devices.wipe': wipe,
    'devices.retire': ({ deviceId }) => retire(deviceId),
    'devices.cancelCommand': ({ deviceId, commandId }) => cancel(deviceId, commandId),
  };
}
