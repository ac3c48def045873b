import { useMemo } from 'react';
import type { Command, Device } from '../../preload/contract/devices.ts';
import { hasEnded } from './command-steps.ts';
import { useCommands } from './commands.store.ts';

/** How long the end of a command stays on its timeline before it joins the earlier ones, in ms. */
const freshMs = 10 * 60_000;

/** The commands whose timeline is shown, newest first: those under way, and those that ended just now. */
export function useCurrentCommands(device: Device, now: number): readonly Command[] {
  const known = useCommands(({ byDevice }) => byDevice[device.id]?.commands);
  return useMemo(() => {
    const byId = new Map([...device.pending, ...(known ?? [])].map((one) => [one.id, one]));
    return [...byId.values()]
      .filter(
        (command) =>
          !hasEnded(command) || now - (command.completedAt ?? command.requestedAt) < freshMs,
      )
      .sort((a, b) => Number(hasEnded(a)) - Number(hasEnded(b)) || b.requestedAt - a.requestedAt)
      .slice(0, 2);
  }, [device.pending, known, now]);
}
