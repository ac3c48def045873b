import { z } from 'zod';
import type { Command } from '../../../preload/contract/devices.ts';
import { failure, isFailure } from '../../failure.ts';
import type { DeviceOrders } from '../capabilities.ts';
import type { Exchange } from '../exchange.ts';
import { segment } from '../exchange.ts';
import { wireCommand } from '../wire/command.ts';
import { toLocation, wireLocation } from '../wire/location.ts';
import { page } from '../wire/page.ts';
import { wirePin } from '../wire/registration.ts';

const base = '/api/v1/ssp/device';
/** A device action is answered as soon as the portal has queued it. */
const actionDeadline = 30_000;

/** The orders of portal-api.md 7.3 beyond Lock and Force Check-in. */
export function deviceOrders(exchange: Exchange): DeviceOrders {
  const commandPage = page(wireCommand);

  const send = <T>(
    schema: z.ZodType<T>,
    action: string,
    fields: Readonly<Record<string, string | undefined>>,
    idempotencyKey: string,
  ): Promise<T> => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      if (value !== undefined) body.set(name, value);
    return exchange.send(schema, {
      method: 'PUT',
      path: `${base}/${action}`,
      route: `/ssp/device/${action}`,
      body,
      idempotencyKey,
      deadline: actionDeadline,
    });
  };

  async function act(
    action: string,
    { deviceId, idempotencyKey }: { deviceId: string; idempotencyKey: string },
    fields: Readonly<Record<string, string | undefined>> = {},
  ): Promise<Command[]> {
    const form = { ids: deviceId, ...fields };
    const { items } = await send(commandPage, action, form, idempotencyKey);
    // Accepted, but nothing readable came back: what became of the order is to be asked.
    if (items.length === 0) throw failure('invalid-response');
    return items;
  }

  return {
    unlock: (order) => act('unlock', order, { unlockCode: order.code }),
    wipe: (order) =>
      act('wipe', order, {
        confirmName: order.confirmName,
        preserveDataPlan: String(order.preserveDataPlan),
        osxWipePin: order.pin,
      }),
    retire: (order) => act('retire', order),
    cancelWipe: (order) => act('wipeCancel', order),
    cancelRetire: (order) => act('retireCancel', order),
    setOwnership: async ({ deviceId, ownership, idempotencyKey }) => {
      const ownershipType = ownership === 'user' ? 'USER_OWNED' : 'COMPANY_OWNED';
      await send(z.unknown(), 'ownership', { ids: deviceId, ownershipType }, idempotencyKey);
    },
    location: async (deviceId) => {
      try {
        const wire = await exchange.read(wireLocation, {
          path: `${base}/${segment(deviceId)}/location`,
          route: '/ssp/device/{id}/location',
        });
        return toLocation(wire, exchange.now());
      } catch (cause) {
        const isOff = isFailure(cause, 'forbidden') && cause.error.reason === 'LocationDisabled';
        if (!isOff) throw cause;
        return { found: false, why: 'disabled' };
      }
    },
    secureAppsPin: (deviceId) =>
      exchange.send(wirePin, {
        method: 'POST',
        path: `${base}/${segment(deviceId)}/secureAppsPin`,
        route: '/ssp/device/{id}/secureAppsPin',
        body: new URLSearchParams(),
        deadline: actionDeadline,
      }),
  };
}
