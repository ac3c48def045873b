import type { CommandLine } from 'electron';
import { guarded } from '../core/guard.ts';

type CommandLineApi = Pick<
  CommandLine,
  'appendSwitch' | 'appendArgument' | 'getSwitchValue' | 'hasSwitch' | 'removeSwitch'
>;

/** The switches of this run, `--name=value` without the dashes; Chromium gets them too. */
export const switches = new Map<string, string>();

/** `app.commandLine`. */
export const commandLine: CommandLineApi = guarded('app.commandLine', {
  appendSwitch: (name: string, value = '') => void switches.set(name.toLowerCase(), value),
  // no argument beside switches means anything to Chromium here
  appendArgument: () => {},
  getSwitchValue: (name: string) => switches.get(name.toLowerCase()) ?? '',
  hasSwitch: (name: string) => switches.has(name.toLowerCase()),
  removeSwitch: (name: string) => void switches.delete(name.toLowerCase()),
});
