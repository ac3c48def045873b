import { takeId } from './portal.ts';
import type { Portal } from './portal.ts';
import { isRegistered } from './device-rules.ts';
import type { Command, CommandType } from './schema/command.ts';
import type { CommandRecord, CommandStep, DeviceRecord } from './state.ts';

const day = 86_400_000;
const expiresAfter = 30 * day;
const sendMs = 800;
/** Wipe and Retire dawdle, so that they can be cancelled. */
const graceMs = 15_000;

const terminal = new Set<string>(['ACKNOWLEDGED', 'FAILED', 'CANCELLED', 'EXPIRED']);
const cancellable = new Set<CommandType>(['WIPE', 'RETIRE']);

/** Whether nothing more will come of a command. */
export const isOver = (command: CommandRecord): boolean => terminal.has(command.state);

/** A command as the portal tells it. */
export function tell(command: CommandRecord): Command {
  const { id, deviceId, type, state, requestedAt, requestedBy } = command;
  const { sentAt, completedAt, errorCode, message } = command;
  return {
    id,
    deviceId,
    type,
    state,
    requestedAt,
    requestedBy,
    sentAt,
    completedAt,
    errorCode,
    message,
    cancellable: cancellable.has(type) && !isOver(command),
  };
}

/** The registration state while a command is under way; null when it does not show there. */
function stateWhile(type: CommandType, platform: string): string | null {
  if (type === 'WIPE') return platform === 'CHROMEOS' ? 'WIPE_SENT' : 'WIPE_PENDING';
  if (type === 'RETIRE') return 'RETIRE_PENDING';
  if (platform !== 'CHROMEOS') return null;
  if (type === 'LOCK') return 'DISABLE_SENT';
  return type === 'UNLOCK' ? 'UNLOCK_SENT' : null;
}

function stateAfter(type: CommandType, platform: string, before: string): string {
  if (type === 'WIPE') return 'WIPED';
  if (type === 'RETIRE') return 'RETIRED';
  if (platform === 'CHROMEOS' && type === 'LOCK') return 'DISABLED';
  return platform === 'CHROMEOS' && type === 'UNLOCK' ? 'ACTIVE' : before;
}

function answer(device: DeviceRecord, type: CommandType, from: number, speed: number) {
  const grace = cancellable.has(type) ? graceMs : 0;
  const at = (ms: number): number => Math.round(from + (ms + grace) / speed);
  const errorCode = device.deviceRefusals[type] ?? null;
  const steps: CommandStep[] = [];
  if (device.busyFirst) steps.push({ at: at(sendMs * 2), state: 'NOT_NOW', errorCode: null });
  const last = errorCode === null ? ('ACKNOWLEDGED' as const) : ('FAILED' as const);
  steps.push({ at: at(sendMs + device.answerMs), state: last, errorCode });
  return steps;
}

/**
 * Gives a command to a device: it is queued, and its further course is laid down by the device's nature.
 * Offline Apple devices have it waiting at Apple (SENT), all others in the portal's queue (QUEUED).
 */
export function queueCommand(
  portal: Portal,
  device: DeviceRecord,
  type: CommandType,
  message: string | null,
): CommandRecord {
  const now = portal.now();
  const { facts } = device;
  const isOffline = facts.connectivity === 'OFFLINE';
  const isApple = facts.platformType === 'IOS' || facts.platformType === 'MACOS';
  const sent: CommandStep = {
    at: Math.round(now + sendMs / portal.speed),
    state: 'SENT',
    errorCode: null,
  };
  const waiting = isApple ? [sent] : [];
  const command: CommandRecord = {
    id: takeId(portal.state),
    accountId: device.accountId,
    deviceId: facts.id,
    type,
    state: 'QUEUED',
    requestedAt: now,
    requestedBy: 'SELF',
    sentAt: null,
    completedAt: null,
    errorCode: null,
    message,
    steps: isOffline ? waiting : [sent, ...answer(device, type, now, portal.speed)],
    awaitsCheckin: isOffline,
    expiresAt: now + expiresAfter,
    stateBefore: facts.registrationState,
  };
  facts.registrationState = stateWhile(type, facts.platformType) ?? facts.registrationState;
  portal.state.commands.push(command);
  return command;
}

/** Ends a command that the device has not picked up, and takes back what it had announced. */
export function cancelCommand(command: CommandRecord, device: DeviceRecord, now: number): void {
  Object.assign(command, { state: 'CANCELLED', completedAt: now, steps: [], awaitsCheckin: false });
  device.facts.registrationState = command.stateBefore;
}

/** The device has spoken: it has checked in, and told where it is if it ever does. */
function hear(device: DeviceRecord, at: number): void {
  device.facts.lastCheckin = at;
  if (device.location.latitude !== null) device.location.locationLastCapturedAt = at;
}

function takeStep(device: DeviceRecord, command: CommandRecord, step: CommandStep): void {
  command.steps = command.steps.filter((other) => other !== step);
  command.state = step.state;
  command.errorCode = step.errorCode;
  if (step.state === 'SENT') command.sentAt = step.at;
  if (!isOver(command)) return;
  command.completedAt = step.at;
  command.steps = [];
  const { facts } = device;
  if (step.state === 'EXPIRED') {
    facts.registrationState = command.stateBefore;
    return;
  }
  hear(device, step.at);
  facts.registrationState =
    step.state === 'FAILED'
      ? command.stateBefore
      : stateAfter(command.type, facts.platformType, facts.registrationState);
  if (!isRegistered(device)) {
    facts.connectivity = null;
    const nowhere = { latitude: null, longitude: null, locationLastCapturedAt: null };
    Object.assign(device.location, nowhere, { accuracyMeters: null, source: null });
  }
}

function checkIn(portal: Portal, device: DeviceRecord, at: number): void {
  device.facts.connectivity = 'ONLINE';
  hear(device, at);
  device.returnsAt = null;
  const waiting = portal.state.commands.filter(
    (command) => command.deviceId === device.facts.id && command.awaitsCheckin && !isOver(command),
  );
  for (const command of waiting) {
    command.awaitsCheckin = false;
    const sent: CommandStep = { at, state: 'SENT', errorCode: null };
    const steps = answer(device, command.type, at, portal.speed);
    command.steps = command.sentAt === null ? [sent, ...steps] : steps;
  }
}

type Due = { at: number; happen: () => void };

function nextDue(portal: Portal): Due | null {
  const due: Due[] = [];
  const { devices, commands } = portal.state;
  for (const device of devices) {
    const { returnsAt } = device;
    if (returnsAt !== null)
      due.push({ at: returnsAt, happen: () => checkIn(portal, device, returnsAt) });
  }
  for (const command of commands) {
    if (isOver(command)) continue;
    const device = devices.find(({ facts }) => facts.id === command.deviceId);
    if (device === undefined) continue;
    const { expiresAt } = command;
    const expiry: CommandStep = { at: expiresAt, state: 'EXPIRED', errorCode: null };
    const step = command.steps[0] ?? expiry;
    due.push({ at: step.at, happen: () => takeStep(device, command, step) });
  }
  const now = portal.now();
  const past = due.filter(({ at }) => at <= now);
  return past.length === 0
    ? null
    : past.reduce((first, other) => (other.at < first.at ? other : first));
}

/**
 * Lets everything happen that was due by now, in the order of time: devices come back and answer, commands
 * expire. Called before every request, so that the portal needs no timers and a restart changes nothing.
 */
export function advance(portal: Portal): void {
  for (let due = nextDue(portal); due !== null; due = nextDue(portal)) due.happen();
}
