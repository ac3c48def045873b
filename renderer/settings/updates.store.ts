import { create } from 'zustand';
import type { UpdateState } from '../../preload/contract/updates.ts';
import type { Result } from '../../preload/contract/errors.ts';
import { call, on } from '../portal.ts';

/** Where main stands with updates; null until it has said so. */
export const useUpdates = create<{ state: UpdateState | null }>(() => ({ state: null }));

const take = (answer: Result<UpdateState>): void => {
  if (answer.ok) useUpdates.setState({ state: answer.value });
};

/** Asks main where it stands and listens to what becomes of it; the function that comes back stops it. */
export function followUpdates(): () => void {
  void call('updates.get', undefined).then(take);
  return on('updates.changed', (state) => useUpdates.setState({ state }));
}

/** Has main ask the feed now. */
export async function checkForUpdates(): Promise<void> {
  take(await call('updates.check', undefined));
}

/** Whether main looks by itself from now on. */
export async function setAutomatic(isOn: boolean): Promise<void> {
  take(await call('updates.setAutomatic', { isOn }));
}

/** Ends the app, which comes back as the new version. */
export async function installUpdate(): Promise<void> {
  await call('updates.install', undefined);
}
