import type { KeyFacts } from '../world/messages.ts';

/** Gets a key press of a page that the page has not claimed; `contentsId` is the page's. */
export type KeyListener = (input: KeyFacts, contentsId: number) => void;

const listeners = new Set<KeyListener>();

/** Calls `listener` with every unclaimed key press in any page. */
export function onUnclaimedKey(listener: KeyListener): void {
  listeners.add(listener);
}

/** Tells of a key press that the page has not claimed. */
export function tellUnclaimedKey(input: KeyFacts, contentsId: number): void {
  for (const listener of listeners) listener(input, contentsId);
}
