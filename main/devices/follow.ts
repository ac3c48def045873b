import type { Command } from '../../preload/contract/devices.ts';
import type { Clock } from '../clock.ts';
import { isFailure } from '../failure.ts';
import type { Emit } from '../ipc/connect.ts';
import type { Portal } from '../portal/portal.ts';
import type { KnownDevices } from './known-devices.ts';

/** Follows commands until nothing more happens to them. */
export type CommandFollower = {
  /** Follows whatever is pending in the list now; called after each change of it. */
  follow: () => void;
  stop: () => void;
};

const shortest = 2_000;
const longest = 30_000;

/**
 * Asks for pending commands after 2 s, then ever less often up to 30 s, and at once more often when one has moved.
 * Stops by itself when nothing is pending.
 *
 * @param portal the portal of whoever is signed in; null ends the round
 */
export function followCommands(
  known: KnownDevices,
  emit: Emit,
  clock: Clock,
  portal: () => Portal | null,
): CommandFollower {
  let controller: AbortController | null = null;
  let pause = shortest;

  const hasMoved = (before: Command, after: Command): boolean =>
    before.state !== after.state || before.completedAt !== after.completedAt;

  async function look(through: Portal, before: Command): Promise<boolean> {
    const after = await through.command(before.id).catch((cause: unknown) => {
      // Gone from the portal: its device tells how things stand.
      if (isFailure(cause, 'not-found')) return null;
      throw cause;
    });
    if (after !== null && !hasMoved(before, after)) return false;
    const device = await through.device(before.deviceId);
    known.update(device);
    if (after !== null) emit('command.changed', { command: after, device });
    return true;
  }

  async function round(through: Portal): Promise<boolean> {
    let moved = false;
    for (const command of known.pending()) {
      if (await look(through, command)) moved = true;
    }
    return moved;
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (known.pending().length > 0 && !signal.aborted) {
      await clock.sleep(pause * (0.9 + clock.random() / 5), signal);
      const through = portal();
      if (through === null || signal.aborted) return;
      const moved = await round(through).catch(() => false);
      pause = moved ? shortest : Math.min(pause * 1.5, longest);
    }
  }

  return {
    follow: () => {
      pause = shortest;
      // A new command wakes a round that had grown slow over an older one.
      controller?.abort();
      controller = null;
      if (known.pending().length === 0) return;
      const mine = new AbortController();
      controller = mine;
      run(mine.signal)
        .catch(() => undefined)
        .finally(() => {
          if (controller === mine) controller = null;
        });
    },
    stop: () => {
      controller?.abort();
      controller = null;
    },
  };
}
