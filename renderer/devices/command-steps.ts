import type { Command, Device } from '../../preload/contract/devices.ts';
import { t } from '../text/text.ts';
import type { TextKey } from '../text/text.ts';
import { nounOf } from './device-words.ts';

/** One station on a command's line. `now` is where it stands, `next` is still to come. */
export type Step = {
  id: string;
  look: 'passed' | 'now' | 'next' | 'bad';
  /** epoch ms; null where there is none yet */
  at: number | null;
  name: string;
  words: string;
};

/** Whether a command has come to its end. */
export function hasEnded({ state }: Command): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled' || state === 'expired';
}

function requested({ requestedBy, requestedAt, message }: Command): Step {
  const by = requestedBy === 'admin' ? 'admin' : 'self';
  return {
    id: 'requested',
    look: 'passed',
    at: requestedAt,
    name: t('devices.step.requested'),
    words:
      requestedBy === 'unknown'
        ? ''
        : message
          ? t(`devices.step.requested.${by}-message`, { message })
          : t(`devices.step.requested.${by}`),
  };
}

const carriers: Record<Device['platform'], TextKey> = {
  ios: 'devices.step.sent.apple',
  ipados: 'devices.step.sent.apple',
  macos: 'devices.step.sent.apple',
  android: 'devices.step.sent.google',
  chromeos: 'devices.step.sent.google',
  windows: 'devices.step.sent.microsoft',
  unknown: 'devices.step.sent.portal',
};

function last(command: Command, noun: string): Step {
  const { state, completedAt: at, errorCode: code } = command;
  switch (state) {
    case 'done': {
      const { type } = command;
      const key = type === 'lock' || type === 'force-check-in' ? type : 'other';
      return {
        id: state,
        look: 'passed',
        at,
        name: t('devices.step.done'),
        words: t(`devices.step.done.${key}`, { noun }),
      };
    }
    case 'failed':
      return {
        id: state,
        look: 'bad',
        at,
        name: t('devices.step.failed'),
        words:
          code === null
            ? t('devices.step.failed.words', { noun })
            : t('devices.step.failed.reference', { noun, code }),
      };
    case 'cancelled':
    case 'expired':
      return {
        id: state,
        look: 'passed',
        at,
        name: t(`devices.step.${state}`),
        words: t(`devices.step.${state}.words`, { noun }),
      };
    case 'queued':
    case 'sent':
    case 'device-busy':
    case 'unknown':
      return {
        id: 'next',
        look: 'next',
        at: null,
        name: t('devices.step.done'),
        words: t('devices.step.done.next', { noun }),
      };
    default:
      return state satisfies never;
  }
}

function current({ state }: Command, isOffline: boolean, noun: string): Step | null {
  const now = { id: 'now', look: 'now' as const, at: null };
  const waiting = {
    ...now,
    name: t('devices.step.waiting', { noun }),
    words: isOffline ? t('devices.step.waiting.offline') : t('devices.step.waiting.online'),
  };
  switch (state) {
    case 'queued':
      return isOffline
        ? waiting
        : { ...now, name: t('devices.step.queued'), words: t('devices.step.queued.words') };
    case 'sent':
      return waiting;
    case 'device-busy':
      return {
        ...now,
        name: t('devices.step.busy'),
        words: t('devices.step.busy.words', { noun }),
      };
    case 'unknown':
      return { ...now, name: t('devices.step.unknown'), words: t('devices.step.unknown.words') };
    case 'done':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return null;
    default:
      return state satisfies never;
  }
}

/** A command as stations on a line: what has passed, where it stands, what comes next. */
export function commandSteps(command: Command, device: Device): readonly Step[] {
  const noun = nounOf(device);
  const sent: Step | null =
    command.sentAt === null
      ? null
      : {
          id: 'sent',
          look: 'passed',
          at: command.sentAt,
          name: t('devices.step.sent'),
          words: t(carriers[device.platform]),
        };
  return [
    requested(command),
    sent,
    current(command, device.connectivity === 'offline', noun),
    last(command, noun),
  ].filter((step) => step !== null);
}
