import type { z } from 'zod';
import { isOver, tell } from '../command-course.ts';
import { demandAllowed, findDevice, splitActions } from '../device-rules.ts';
import { cut, list } from '../listing.ts';
import { sessionCall } from '../operation.ts';
import type { Operation } from '../operation.ts';
import type { Portal } from '../portal.ts';
import { inventPin } from '../passwords.ts';
import { refuse } from '../refusal.ts';
import { command } from '../schema/command.ts';
import { device, deviceQuery, location, secureAppsPin } from '../schema/device.ts';
import { nothing, page, paging } from '../schema/envelope.ts';
import type { AccountRecord, DeviceRecord } from '../state.ts';

const halfAnHour = 30 * 60_000;

function tellDevice(
  portal: Portal,
  account: AccountRecord,
  record: DeviceRecord,
): z.infer<typeof device> {
  const pending = portal.state.commands.filter(
    (entry) => entry.deviceId === record.facts.id && !isOver(entry),
  );
  return {
    ...record.facts,
    ...splitActions(account, record),
    pendingCommands: pending.map(tell),
  };
}

const listDevices = sessionCall(
  {
    name: 'devices',
    method: 'GET',
    path: '/ssp/device',
    summary: 'One’s own devices.',
    query: deviceQuery,
    form: nothing,
    body: 'none',
    result: page(device),
    refusals: [],
  },
  ({ portal, account, query }) => {
    const own = portal.state.devices.filter(({ accountId }) => accountId === account.id);
    const told = own.map((record) => tellDevice(portal, account, record));
    return list(told, query, (entry) => [
      entry.deviceName,
      entry.deviceModel,
      entry.prettyModel,
      entry.serialNumber,
      entry.platformType,
      entry.platformVersion,
    ]);
  },
);

const showDevice = sessionCall(
  {
    name: 'device',
    method: 'GET',
    path: '/ssp/device/{id}',
    summary: 'One device.',
    query: nothing,
    form: nothing,
    body: 'none',
    result: device,
    refusals: ['NotFound'],
  },
  ({ portal, account, id }) => tellDevice(portal, account, findDevice(portal, account, id)),
);

const showLocation = sessionCall(
  {
    name: 'location',
    method: 'GET',
    path: '/ssp/device/{id}/location',
    summary: 'Where the device was last seen.',
    query: nothing,
    form: nothing,
    body: 'none',
    result: location,
    refusals: ['NotFound', 'LocationDisabled'],
  },
  ({ portal, account, id }) => {
    const record = findDevice(portal, account, id);
    if (!account.collectLocation) throw refuse('LocationDisabled', 'Locations are not collected.');
    return record.location;
  },
);

const listCommands = sessionCall(
  {
    name: 'commands',
    method: 'GET',
    path: '/ssp/device/{id}/command',
    summary: 'Everything that was asked of a device, the latest first.',
    query: paging,
    form: nothing,
    body: 'none',
    result: page(command),
    refusals: ['NotFound'],
  },
  ({ portal, account, id, query }) => {
    const { facts } = findDevice(portal, account, id);
    const own = portal.state.commands.filter((entry) => entry.deviceId === facts.id);
    const latestFirst = own.toSorted((a, b) => b.requestedAt - a.requestedAt || b.id - a.id);
    return cut(latestFirst.map(tell), query);
  },
);

const showCommand = sessionCall(
  {
    name: 'command',
    method: 'GET',
    path: '/ssp/command/{id}',
    summary: 'One command, to see what became of it.',
    query: nothing,
    form: nothing,
    body: 'none',
    result: command,
    refusals: ['NotFound'],
  },
  ({ portal, account, id }) => {
    const found = portal.state.commands.find(
      (entry) => entry.id === id && entry.accountId === account.id,
    );
    if (found === undefined) throw refuse('NotFound', 'There is no such command.');
    return tell(found);
  },
);

const createSecureAppsPin = sessionCall(
  {
    name: 'secureAppsPin',
    method: 'POST',
    path: '/ssp/device/{id}/secureAppsPin',
    summary: 'A one-time PIN to set a new secure-apps passcode with; valid for 30 minutes.',
    query: nothing,
    form: nothing,
    body: 'form',
    result: secureAppsPin,
    refusals: ['NotFound', 'ActionNotAllowed', 'DeviceStateConflict'],
  },
  ({ portal, account, id, now }) => {
    demandAllowed(account, findDevice(portal, account, id), 'RESET_SECURE_APPS_PASSCODE');
    return { pin: inventPin(6), expiresAt: now + halfAnHour };
  },
);

/** The calls of portal-api.md 7.3 that only read, the commands of 7.4, and the secure-apps PIN. */
export const deviceOperations: Operation[] = [
  listDevices,
  showDevice,
  showLocation,
  listCommands,
  showCommand,
  createSecureAppsPin,
];
