import type { ActivityEntry, ActivityState } from '../../preload/contract/activity.ts';
import type { Upload } from '../../preload/contract/certificates.ts';
import type { Command } from '../../preload/contract/devices.ts';
import type { AppError, ErrorCode } from '../../preload/contract/errors.ts';
import type { KeptCommand, KeptEntry } from './journal.ts';

/** How something went, as far as is known. */
export type Outcome = Pick<
  KeptEntry,
  'state' | 'endedAt' | 'done' | 'error' | 'portalCode' | 'note' | 'repushed' | 'commands'
>;

/** With these nothing was done: the person is asked first, thought better of it, or has done it already. */
const nothingDone: ReadonlySet<ErrorCode> = new Set([
  'reauth-required',
  'cancelled',
  'invalid-input',
  'busy',
]);

const plain: Omit<Outcome, 'state' | 'endedAt' | 'done'> = {
  error: null,
  portalCode: null,
  note: null,
  repushed: null,
  commands: [],
};

/** It is done, at `at` (epoch ms). */
export const doneAt = (at: number, done = 1): Outcome => ({
  ...plain,
  state: 'done',
  endedAt: at,
  done,
});

const shortError = ({ code, reason, reference }: AppError): ActivityEntry['error'] => ({
  code,
  ...(reason === undefined ? {} : { reason }),
  ...(reference === undefined ? {} : { reference }),
});

/** It went wrong; null where nothing was done at all, which is nothing to remember. */
export function failedAt(at: number, error: AppError): Outcome | null {
  if (nothingDone.has(error.code)) return null;
  const state = error.code === 'outcome-unknown' ? 'unknown' : 'failed';
  return { ...plain, state, endedAt: at, done: 0, error: shortError(error) };
}

/** A command as the journal keeps it. */
export function keptCommand(command: Command): KeptCommand {
  const { id, deviceId, requestedAt, errorCode } = command;
  return { id, deviceId, requestedAt, state: stateOf(command), portalCode: errorCode };
}

function stateOf({ state }: Command): ActivityState {
  return state === 'queued' || state === 'sent' || state === 'device-busy' ? 'waiting' : state;
}

/** The worst first: of several orders the entry tells what needs the person. */
const byWeight = ['failed', 'expired', 'unknown', 'cancelled'] as const;

/**
 * What commands say together: waiting while one of them waits, done when all are. Their course is kept only as long
 * as that.
 *
 * @param at when the last of them was heard of, epoch ms
 */
export function commandsOutcome(commands: readonly KeptCommand[], at: number): Outcome {
  const done = commands.filter(({ state }) => state === 'done').length;
  const isWaiting = commands.some(({ state }) => state === 'waiting');
  if (isWaiting) {
    return { ...plain, state: 'waiting', endedAt: null, done, commands: [...commands] };
  }
  const worst = byWeight.find((one) => commands.some(({ state }) => state === one));
  // An order that came back without any command was taken, and that is all that is known.
  const state = commands.length === 0 ? 'unknown' : (worst ?? 'done');
  const portalCode = commands.find((one) => one.state === state)?.portalCode ?? null;
  return { ...plain, state, endedAt: at, done, portalCode };
}

/** Where an upload stands; null when there is nothing new to say of it. */
export function uploadOutcome(
  { state, error, repushed }: Pick<Upload, 'state' | 'error' | 'repushed'>,
  at: number,
): Outcome | null {
  if (state === 'done') return { ...doneAt(at), repushed };
  if (state === 'cancelled') return { ...plain, state: 'cancelled', endedAt: at, done: 0 };
  if (state !== 'failed') return null;
  return failedAt(at, error ?? { code: 'outcome-unknown' });
}

/** Sent and not ended. */
export const underWay: Outcome = { ...plain, state: 'waiting', endedAt: null, done: 0 };
