import { create } from 'zustand';
import { go } from '../route.store.ts';

/** The parts of Help, in their order. */
export const helpParts = ['portal', 'shortcuts', 'diagnostics', 'about'] as const;
export type HelpPart = (typeof helpParts)[number];

/** Which part of Help is shown; it stays while other pages are. */
export const useHelp = create<{ part: HelpPart }>(() => ({ part: 'portal' }));

/** Shows a part of Help, wherever the person is. */
export function openHelp(part: HelpPart): void {
  useHelp.setState({ part });
  go('help');
}

/** Turns to another part while Help is open. */
export function turnTo(part: HelpPart): void {
  useHelp.setState({ part });
}
