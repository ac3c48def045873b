import type { z } from 'zod';
import { sendCommand, takeBack } from '../command-sending.ts';
import { demandAllowed, findDevice } from '../device-rules.ts';
import { sessionCall } from '../operation.ts';
import type { Operation } from '../operation.ts';
import type { Portal } from '../portal.ts';
import { refuseField } from '../refusal.ts';
import { command } from '../schema/command.ts';
import * as schema from '../schema/device.ts';
import { done, nothing, page } from '../schema/envelope.ts';
import type { PortalCode } from '../schema/errors.ts';
import type { AccountRecord, DeviceRecord } from '../state.ts';

const commands = page(command);

function described<F extends z.ZodType>(
  name: string,
  path: string,
  summary: string,
  form: F,
  more: PortalCode[] = [],
) {
  const refusals: PortalCode[] = ['NotFound', 'ActionNotAllowed', 'DeviceStateConflict', ...more];
  return {
    name,
    method: 'PUT' as const,
    path,
    summary,
    query: nothing,
    form,
    body: 'form' as const,
    result: commands,
    refusals,
    idempotent: true,
  };
}

function findAll(portal: Portal, account: AccountRecord, ids: number[]): DeviceRecord[] {
  return [...new Set(ids)].map((id) => findDevice(portal, account, id));
}

function demandMacPin(devices: DeviceRecord[], field: string, pin: string | undefined): void {
  const hasMac = devices.some(({ facts }) => facts.platformType === 'MACOS');
  if (hasMac && pin === undefined) throw refuseField('NotBlank', field, 'is needed for a Mac');
}

const lock = sessionCall(
  described('lock', '/ssp/device/lock', 'Lock the screen.', schema.lockForm, ['CommandPending']),
  ({ portal, account, form }) => {
    const devices = findAll(portal, account, form.ids);
    demandMacPin(devices, 'osxLockPin', form.osxLockPin);
    return sendCommand(portal, account, devices, 'LOCK', ({ facts }) =>
      facts.supportLockMessage && form.message ? form.message : null,
    );
  },
);

const unlock = sessionCall(
  {
    ...described(
      'unlock',
      '/ssp/device/unlock',
      'Clear the passcode. Never on a device that may be in other hands.',
      schema.unlockForm,
      ['CommandPending'],
    ),
    access: 'proof',
  },
  ({ portal, account, form }) => {
    const devices = findAll(portal, account, form.ids);
    const isOneAndroid = devices.length === 1 && devices[0]?.facts.platformType === 'ANDROID';
    if (form.unlockCode !== undefined && !isOneAndroid) {
      throw refuseField('Pattern', 'unlockCode', 'is for one Android device at a time');
    }
    return sendCommand(portal, account, devices, 'UNLOCK');
  },
);

const wipe = sessionCall(
  {
    ...described('wipe', '/ssp/device/wipe', 'Erase the device.', schema.wipeForm, [
      'CommandPending',
      'WipeDisabledByPolicy',
    ]),
    access: 'proof',
  },
  ({ portal, account, form }) => {
    const devices = findAll(portal, account, form.ids);
    if (devices.length > 1) throw refuseField('Size', 'ids', 'must be at most 1');
    for (const { facts } of devices) {
      if (facts.deviceName !== form.confirmName) {
        throw refuseField('Pattern', 'confirmName', 'is not the name of the device');
      }
    }
    demandMacPin(devices, 'osxWipePin', form.osxWipePin);
    return sendCommand(portal, account, devices, 'WIPE');
  },
);

const retire = sessionCall(
  {
    ...described('retire', '/ssp/device/retire', 'End the management.', schema.idsForm, [
      'CommandPending',
    ]),
    access: 'proof',
  },
  ({ portal, account, form }) =>
    sendCommand(portal, account, findAll(portal, account, form.ids), 'RETIRE'),
);

const wipeCancel = sessionCall(
  described('wipeCancel', '/ssp/device/wipeCancel', 'Take back a pending wipe.', schema.idsForm),
  ({ portal, account, form }) => takeBack(portal, findAll(portal, account, form.ids), 'WIPE'),
);

const retireCancel = sessionCall(
  described(
    'retireCancel',
    '/ssp/device/retireCancel',
    'Take back a pending retirement.',
    schema.idsForm,
  ),
  ({ portal, account, form }) => takeBack(portal, findAll(portal, account, form.ids), 'RETIRE'),
);

const forceCheckin = sessionCall(
  described('forceCheckin', '/ssp/device/forceCheckin', 'Have it check in now.', schema.idsForm, [
    'CommandPending',
  ]),
  ({ portal, account, form }) =>
    sendCommand(portal, account, findAll(portal, account, form.ids), 'FORCE_CHECKIN'),
);

const ownership = sessionCall(
  {
    ...described(
      'ownership',
      '/ssp/device/ownership',
      'Say whose device it is. Done at once; all devices or none.',
      schema.ownershipForm,
    ),
    result: done,
  },
  ({ portal, account, form }) => {
    const devices = findAll(portal, account, form.ids);
    for (const device of devices) demandAllowed(account, device, 'SET_OWNERSHIP');
    for (const { facts } of devices) facts.ownershipType = form.ownershipType;
    return 1 as const;
  },
);

/** The calls of portal-api.md 7.3 that change a device. */
export const actionOperations: Operation[] = [
  lock,
  unlock,
  wipe,
  wipeCancel,
  retire,
  retireCancel,
  forceCheckin,
  ownership,
];
