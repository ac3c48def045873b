import type { Input, Output } from '../../preload/contract.ts';
import type { AppError, Result } from '../../preload/contract/errors.ts';
import { call } from '../portal.ts';
import { withProof } from '../proof/proof.store.ts';
import { mirrorCommands } from './commands.store.ts';

type Made = Output<'devices.wipe'>;

/** Each of these answers with what went wrong, or null: then it is requested, not done. */
async function give(ask: () => Promise<Result<Made>>): Promise<AppError | null> {
  const answer = await withProof(ask);
  if (!answer.ok) return answer.error;
  mirrorCommands(answer.value.commands);
  return null;
}

/** Asks the portal to lock a device. */
export function lockDevice(input: Input<'devices.lock'>): Promise<AppError | null> {
  return give(() => call('devices.lock', input));
}

/** Asks devices to check in now. */
export function forceCheckIn(deviceIds: string[]): Promise<AppError | null> {
  return give(() => call('devices.forceCheckIn', { deviceIds }));
}

/** Asks the portal to clear the passcode of a device. */
export function unlockDevice(input: Input<'devices.unlock'>): Promise<AppError | null> {
  return give(() => call('devices.unlock', input));
}

/** Asks the portal to erase a device, once the person has said yes to main too; else `cancelled`. */
export function wipeDevice(input: Input<'devices.wipe'>): Promise<AppError | null> {
  return give(() => call('devices.wipe', input));
}

/** Asks the portal to end the management of a device, once the person has said yes to main too; else `cancelled`. */
export function retireDevice(deviceId: string): Promise<AppError | null> {
  return give(() => call('devices.retire', { deviceId }));
}

/** Takes back a wipe or a retirement that still waits. */
export function cancelCommand(deviceId: string, commandId: string): Promise<AppError | null> {
  return give(() => call('devices.cancelCommand', { deviceId, commandId }));
}
