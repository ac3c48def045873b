import type { Command, DeviceList } from '../../preload/contract/devices.ts';
import { isFailure } from '../failure.ts';
import type { Portal } from '../portal/portal.ts';
import type { Journal, KeptCommand, KeptEntry } from './journal.ts';
import { commandsOutcome, keptCommand } from './outcome.ts';

/** How far the time of one and the same request may be apart when it is told again, ms. */
const tolerance = 5 * 60_000;

/** A portal that began anew, as the demo does, gives the same ids to other commands. */
const isSame = (kept: KeptCommand, now: Command): boolean =>
  now.deviceId === kept.deviceId && Math.abs(now.requestedAt - kept.requestedAt) <= tolerance;

/** The entry with what is new of one of its commands; the same entry when nothing is. */
export function withCommand(entry: KeptEntry, next: KeptCommand, at: number): KeptEntry {
  const before = entry.commands.find(({ id }) => id === next.id);
  if (before === undefined || before.state === next.state) return entry;
  const commands = entry.commands.map((one) => (one.id === next.id ? next : one));
  return { ...entry, ...commandsOutcome(commands, at) };
}

/**
 * The commands that still wait in the journal and of which no device knows any more: they have ended while nobody
 * looked, with the app closed or between two questions.
 */
export function unheard(
  entries: readonly KeptEntry[],
  { devices }: Pick<DeviceList, 'devices'>,
): KeptCommand[] {
  const pending = new Set(devices.flatMap((device) => device.pending.map(({ id }) => id)));
  return entries
    .flatMap(({ commands }) => commands)
    .filter(({ id, state }) => state === 'waiting' && !pending.has(id));
}

/**
 * Asks the portal how those commands ended. One that it has forgotten, or given to another order, is `unknown`.
 *
 * @param told each command that is no longer waiting; `command` is null where the portal knows none
 * @throws Failure when the portal can't be asked
 */
export async function askAfterCommands(
  portal: Pick<Portal, 'command'>,
  commands: readonly KeptCommand[],
  told: (kept: KeptCommand, command: Command | null) => void,
): Promise<void> {
  for (const kept of commands) {
    const command = await portal.command(kept.id).catch((cause: unknown) => {
      if (isFailure(cause, 'not-found')) return null;
      throw cause;
    });
    const own = command !== null && isSame(kept, command) ? command : null;
    const next: KeptCommand = own === null ? { ...kept, state: 'unknown' } : keptCommand(own);
    if (next.state !== 'waiting') told(next, own);
  }
}

/** Puts a newer state of a command into the entry that gave it. Answers with that entry when it has changed. */
export function updateJournal(journal: Journal, next: KeptCommand, at: number): KeptEntry | null {
  const entry = journal.entries().find(({ commands }) => commands.some(({ id }) => id === next.id));
  if (entry === undefined) return null;
  const changed = withCommand(entry, next, at);
  if (changed === entry) return null;
  journal.replace(changed);
  return changed;
}
