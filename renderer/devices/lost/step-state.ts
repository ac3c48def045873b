import type { Command, CommandType, Device } from '../../../preload/contract/devices.ts';
import { t } from '../../text/text.ts';
import { ago } from '../ago.ts';
import type { LostStep, Progress } from './lost.store.ts';

/** How a step of the guide stands: done, under way, or still to be done; and that in words. */
export type StepState = { look: 'done' | 'waiting' | 'open' | 'bad'; words: string };

/** A lock of yesterday has been opened since by whoever knows the passcode, ms. */
const freshMs = 24 * 3_600_000;

/** The newest command of a type that still counts, whether the device or its history knows of it. `now` in epoch ms. */
function newest(
  type: CommandType,
  device: Device,
  commands: readonly Command[],
  now: number,
): Command | undefined {
  return [...device.pending, ...commands]
    .filter(
      (command) =>
        command.type === type &&
        (command.completedAt === null || now - command.completedAt < freshMs),
    )
    .toSorted((a, b) => b.requestedAt - a.requestedAt)[0];
}

function orderState(command: Command | undefined, now: number, otherwise: string): StepState {
  if (command === undefined) return { look: 'open', words: otherwise };
  const { state, completedAt, requestedAt } = command;
  switch (state) {
    case 'done':
      return {
        look: 'done',
        words: t('devices.lost.state.done', { relative: ago(completedAt ?? requestedAt, now) }),
      };
    case 'failed':
      return { look: 'bad', words: t('devices.lost.state.failed') };
    case 'cancelled':
    case 'expired':
      return { look: 'open', words: otherwise };
    case 'queued':
    case 'sent':
    case 'device-busy':
    case 'unknown':
      return {
        look: 'waiting',
        words: t('devices.lost.state.requested', { relative: ago(requestedAt, now) }),
      };
    default:
      return state satisfies never;
  }
}

function findState({ lastCheckIn }: Device, { lookedAt }: Progress, now: number): StepState {
  if (lookedAt !== null)
    return {
      look: 'done',
      words: t('devices.lost.state.looked', { relative: ago(lookedAt, now) }),
    };
  return {
    look: 'open',
    words:
      lastCheckIn === null
        ? t('devices.last-check-in.never')
        : t('devices.lost.state.seen', { relative: ago(lastCheckIn, now) }),
  };
}

/**
 * How a step stands, from what the portal says of the device and what the person has said. An order that was
 * cancelled or that ran out counts for nothing. `now` in epoch ms.
 */
export function stepState(
  step: LostStep,
  device: Device,
  commands: readonly Command[],
  progress: Progress,
  now: number,
): StepState {
  switch (step) {
    case 'find':
      return findState(device, progress, now);
    case 'lock': {
      if (device.lostMode) return { look: 'done', words: t('devices.lost.state.lost-mode') };
      const unlock = newest('unlock', device, commands, now);
      const lock = newest('lock', device, commands, now);
      // Somebody has unlocked it since: that lock holds no more.
      const isOver = lock && unlock?.state === 'done' && unlock.requestedAt > lock.requestedAt;
      return orderState(isOver ? undefined : lock, now, t('devices.lost.state.not-locked'));
    }
    case 'tell':
      return progress.toldAt === null
        ? { look: 'open', words: t('devices.lost.state.not-told') }
        : {
            look: 'done',
            words: t('devices.lost.state.told', { relative: ago(progress.toldAt, now) }),
          };
    case 'wipe':
      return orderState(
        newest('wipe', device, commands, now),
        now,
        t('devices.lost.state.not-wiped'),
      );
    default:
      return step satisfies never;
  }
}
