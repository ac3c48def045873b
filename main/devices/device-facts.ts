import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../preload/contract.ts';
import type { Device } from '../../preload/contract/devices.ts';
import type { DeviceLocation } from '../../preload/contract/orders.ts';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { askAfter, isAnswerLost } from '../lost-answer.ts';
import { demand } from '../portal/capabilities.ts';
import type { CurrentSession } from '../session/signed-in.ts';
import type { KnownDevices } from './known-devices.ts';
import { mapAddress } from '../window/links.ts';
import { readMacPins } from './lock-pin.ts';
import { demandAllowed, refusalOf } from './permission.ts';

export type DeviceFactsOptions = {
  session: CurrentSession;
  keychain: Keychain;
  clock: Clock;
  known: KnownDevices;
  /** Opens an address that main itself has chosen in the system's browser. */
  openBrowser: (url: string) => Promise<void>;
};

type FactHandlers = Pick<
  Handlers,
  | 'devices.locate'
  | 'devices.openMap'
  | 'devices.setOwnership'
  | 'devices.secureAppsPin'
  | 'devices.lockPin'
>;

/** What is asked of the portal or the keychain about a device, and whose it is: no commands come of these. */
export function createDeviceFacts(options: DeviceFactsOptions): FactHandlers {
  const { session, keychain, clock, known, openBrowser } = options;

  /** The answer goes to the page and nowhere else: not into the list, not on the disk, not into the log. */
  async function locate(deviceId: string): Promise<DeviceLocation> {
    const { portal } = session.require();
    const orders = demand(portal, 'orders');
    const device = known.find(deviceId) ?? (await portal.device(deviceId));
    const refusal = refusalOf(device, 'locate');
    if (refusal === 'location-disabled') return { found: false, why: 'disabled' };
    if (refusal === 'location-denied-on-device') return { found: false, why: 'denied-on-device' };
    if (refusal === 'not-supported-by-platform') return { found: false, why: 'not-supported' };
    demandAllowed(device, 'locate');
    return orders.location(deviceId);
  }

  /** Asks the portal again: the page names a device and never an address, and main keeps no place. */
  async function openMap(deviceId: string): Promise<undefined> {
    const place = await locate(deviceId);
    if (!place.found) throw failure('not-found', { reason: 'no-place' });
    await openBrowser(mapAddress(place));
    return undefined;
  }

  async function setOwnership(deviceId: string, ownership: 'user' | 'company'): Promise<Device> {
    const { portal } = session.require();
    const orders = demand(portal, 'orders');
    demandAllowed(await portal.device(deviceId), 'set-ownership');
    const order = { deviceId, ownership, idempotencyKey: randomUUID() };
    const found = await orders.setOwnership(order).then(
      () => null,
      async (lost: unknown) => {
        if (!isAnswerLost(lost)) throw lost;
        const after = await askAfter(clock, async () => {
          const device = await portal.device(deviceId);
          return device.ownership === ownership ? device : null;
        });
        if (after === null) throw lost;
        return after;
      },
    );
    const device = found ?? (await portal.device(deviceId));
    known.update(device);
    return device;
  }

  async function secureAppsPin(deviceId: string) {
    const { portal } = session.require();
    const orders = demand(portal, 'orders');
    demandAllowed(await portal.device(deviceId), 'reset-secure-apps-pin');
    return orders.secureAppsPin(deviceId);
  }

  return {
    'devices.locate': ({ deviceId }) => locate(deviceId),
    'devices.openMap': ({ deviceId }) => openMap(deviceId),
    'devices.setOwnership': ({ deviceId, ownership }) => setOwnership(deviceId, ownership),
    'devices.secureAppsPin': ({ deviceId }) => secureAppsPin(deviceId),
    'devices.lockPin': ({ deviceId }) =>
      readMacPins(keychain, { origin: session.require().origin, deviceId }),
  };
}
