import { create } from 'zustand';
import type { RecentFilesShown } from '../../preload/contract/opened-files.ts';
import { call } from '../portal.ts';
import { inspectedFile, showOpened } from './inspect.store.ts';

/** The files that were opened from disk; null until main has told them. */
export const useRecent = create<{ recent: RecentFilesShown | null }>(() => ({ recent: null }));

/** Asks main which files were opened last, and whether they are still there. */
export async function listRecent(): Promise<void> {
  const answer = await call('files.listRecent', undefined);
  if (answer.ok) useRecent.setState({ recent: answer.value });
}

/** Opens one of them again. `name` is told where it can't be. */
export async function openRecent(id: string, name: string): Promise<void> {
  const answer = await call('files.openRecent', { id });
  if (answer.ok) await showOpened(answer.value);
  else inspectedFile.refuse({ kind: 'error', name, error: answer.error });
}

/** Forgets which files were opened; the files stay. */
export async function clearRecent(): Promise<void> {
  const answer = await call('files.clearRecent', undefined);
  if (answer.ok) useRecent.setState({ recent: answer.value });
}

/** Whether files are remembered from now on. Off forgets those that were. */
export async function rememberRecent(remembers: boolean): Promise<void> {
  const { recent } = useRecent.getState();
  // At once: a box that waits for an answer feels broken.
  if (recent !== null) useRecent.setState({ recent: { ...recent, remembers } });
  const answer = await call('files.rememberRecent', { remembers });
  if (answer.ok) useRecent.setState({ recent: answer.value });
}
