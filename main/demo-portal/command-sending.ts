import { cancelCommand, isOver, queueCommand, tell } from './command-course.ts';
import { demandAllowed } from './device-rules.ts';
import { takeId } from './portal.ts';
import type { Portal } from './portal.ts';
import { Refusal, codeOf, refuse } from './refusal.ts';
import type { Command, CommandType } from './schema/command.ts';
import type { Action } from './schema/device.ts';
import type { AccountRecord, CommandRecord, DeviceRecord } from './state.ts';

type Answer = { searchResults: Command[]; totalCount: number; offset: number; limit: number };

/** Commands that a person can ask for. */
export type Sendable = CommandType & Action;

function answer(records: CommandRecord[]): Answer {
  const totalCount = records.length;
  return {
    searchResults: records.map(tell),
    totalCount,
    offset: 0,
    limit: Math.max(1, totalCount),
  };
}

function pendingOf(portal: Portal, device: DeviceRecord, type: CommandType): CommandRecord | null {
  const { id } = device.facts;
  const same = portal.state.commands.filter((one) => one.deviceId === id && one.type === type);
  return same.find((one) => !isOver(one)) ?? null;
}

function recordRefusal(
  portal: Portal,
  device: DeviceRecord,
  type: Sendable,
  refusal: Refusal,
): CommandRecord {
  const now = portal.now();
  const record: CommandRecord = {
    id: takeId(portal.state),
    accountId: device.accountId,
    deviceId: device.facts.id,
    type,
    state: 'FAILED',
    requestedAt: now,
    requestedBy: 'SELF',
    sentAt: null,
    completedAt: now,
    errorCode: codeOf(refusal),
    message: null,
    steps: [],
    awaitsCheckin: false,
    expiresAt: now,
    stateBefore: device.facts.registrationState,
  };
  portal.state.commands.push(record);
  return record;
}

/**
 * Gives one command to several devices. A single refused device makes the whole answer a refusal; among
 * several it is listed as FAILED with its code, and the others get the command.
 * @param messageFor the text that goes along to a device, if it can show one
 * @throws Refusal `CommandPending`, or what `demandAllowed` throws
 */
export function sendCommand(
  portal: Portal,
  account: AccountRecord,
  devices: DeviceRecord[],
  type: Sendable,
  messageFor: (device: DeviceRecord) => string | null = () => null,
): Answer {
  const records = devices.map((device) => {
    try {
      if (pendingOf(portal, device, type) !== null) {
        throw refuse('CommandPending', 'The same command is still under way.');
      }
      demandAllowed(account, device, type);
      return queueCommand(portal, device, type, messageFor(device));
    } catch (error) {
      if (!(error instanceof Refusal) || devices.length === 1) throw error;
      return recordRefusal(portal, device, type, error);
    }
  });
  return answer(records);
}

/**
 * Takes back the pending command of one type from each device.
 * @throws Refusal `DeviceStateConflict` when one of them has none, and then nothing is cancelled
 */
export function takeBack(portal: Portal, devices: DeviceRecord[], type: 'WIPE' | 'RETIRE'): Answer {
  const pending = devices.map((device) => {
    const command = pendingOf(portal, device, type);
    if (command === null) throw refuse('DeviceStateConflict', 'There is nothing to cancel.');
    return { command, device };
  });
  for (const { command, device } of pending) cancelCommand(command, device, portal.now());
  return answer(pending.map(({ command }) => command));
}
