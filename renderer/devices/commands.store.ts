import { create } from 'zustand';
import type { Command } from '../../preload/contract/devices.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { call, on } from '../portal.ts';
import { t } from '../text/text.ts';
import { showToast } from '../ui/toast.ts';
import { addPending, mirrorDevice } from './devices.store.ts';

/** What is known of one device's commands, newest first. */
export type Commands = {
  commands: readonly Command[];
  total: number;
  reading: boolean;
  error: AppError | null;
};

export const useCommands = create<{ byDevice: Readonly<Record<string, Commands>> }>(() => ({
  byDevice: {},
}));

const nothing: Commands = { commands: [], total: 0, reading: false, error: null };

function change(deviceId: string, how: (known: Commands) => Commands): void {
  useCommands.setState(({ byDevice }) => ({
    byDevice: { ...byDevice, [deviceId]: how(byDevice[deviceId] ?? nothing) },
  }));
}

/** Newest first, each command once: what comes later stands for what was known. */
function merge(known: readonly Command[], fresh: readonly Command[]): readonly Command[] {
  const byId = new Map([...known, ...fresh].map((command) => [command.id, command]));
  return [...byId.values()].sort((a, b) => b.requestedAt - a.requestedAt);
}

/** Reads a page of a device's commands, from `start` on. */
export async function loadCommands(deviceId: string, start = 0): Promise<void> {
  change(deviceId, (known) => ({ ...known, reading: true, error: null }));
  const answer = await call('devices.commands', { deviceId, start });
  change(deviceId, (known) =>
    answer.ok
      ? {
          commands: merge(known.commands, answer.value.commands),
          total: answer.value.total,
          reading: false,
          error: null,
        }
      : { ...known, reading: false, error: answer.error },
  );
}

/** Takes over commands that an order has made or that main has told. */
export function mirrorCommands(commands: readonly Command[]): void {
  for (const command of commands) {
    change(command.deviceId, (known) => {
      const merged = merge(known.commands, [command]);
      const isNew = merged.length > known.commands.length;
      return { ...known, commands: merged, total: known.total + (isNew ? 1 : 0) };
    });
  }
  addPending(commands);
}

/** Says in the corner how a command of the person's own has ended. */
function tell(command: Command, device: string): void {
  const words = { command: t(`devices.command.${command.type}`), device };
  switch (command.state) {
    case 'done':
      return showToast({ icon: 'passed', tone: 'ok', title: t('devices.told.done', words) });
    case 'failed':
      return showToast({ icon: 'error', tone: 'danger', title: t('devices.told.failed', words) });
    case 'cancelled':
      return showToast({ icon: 'close', tone: 'dim', title: t('devices.told.cancelled', words) });
    case 'expired':
      return showToast({
        icon: 'clock',
        tone: 'warning',
        title: t('devices.told.expired', words),
      });
    case 'queued':
    case 'sent':
    case 'device-busy':
    case 'unknown':
      return undefined;
    default:
      return command.state satisfies never;
  }
}

/** Listens to commands that move on; the function that comes back stops it. */
export function followCommands(): () => void {
  return on('command.changed', ({ command, device }) => {
    const known = useCommands.getState().byDevice[device.id]?.commands;
    const before = known?.find(({ id }) => id === command.id);
    mirrorCommands([command]);
    mirrorDevice(device);
    if (command.requestedBy === 'self' && before?.state !== command.state) {
      tell(command, device.name);
    }
  });
}

/** Forgets every command, because nobody is signed in. */
export function forgetCommands(): void {
  useCommands.setState({ byDevice: {} });
}
