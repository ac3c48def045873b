import { create } from 'zustand';
import type { OpenedFile } from '../../preload/contract/opened-files.ts';
import { call, on } from '../portal.ts';
import { go } from '../route.store.ts';
import { inspectLimit } from '../file-look/limits.ts';
import { createFileLook } from '../file-look/looking.ts';

/** The file on the Inspect page. It stays open while the person looks at other pages. */
export const inspectedFile = createFileLook(call);

/** Which certificate's fields are shown, by its index in the file; null for the leading one. */
export const useSelection = create<{ index: number | null }>(() => ({ index: null }));

/** Opens a file to look inside; it is first tried without a password. Another one that was open is let go. */
export async function lookInside(file: File): Promise<void> {
  useSelection.setState({ index: null });
  await inspectedFile.open(file, inspectLimit, () => ({ password: null, purpose: 'look' }));
}

/** Shows a file that main has opened, or why it could not. */
export async function showOpened(opened: OpenedFile): Promise<void> {
  useSelection.setState({ index: null });
  if (opened.outcome === 'held') {
    await inspectedFile.take(opened.file, { password: null, purpose: 'look' });
  } else inspectedFile.refuse({ kind: 'not-opened', name: opened.name, why: opened.why });
}

/** Asks main for the file that it was to open from outside the page, and shows it on Inspect. */
export async function takeOpened(): Promise<void> {
  const answer = await call('files.takeOpened', undefined);
  if (!answer.ok || answer.value === null) return;
  go('inspect');
  await showOpened(answer.value);
}

/** Shows every file that main opens by itself; the function that comes back stops it. */
export function followOpened(): () => void {
  return on('file.opened', () => void takeOpened());
}

/** Tries a password. Main holds it as long as the file is open, the page does not. */
export async function tryPassword(password: string): Promise<void> {
  await inspectedFile.look({ password, purpose: 'look' });
}

/** Shows the fields of another certificate of the file. */
export function selectCertificate(index: number): void {
  useSelection.setState({ index });
}

/** Closes the file: main forgets it, its password and what was found in it. */
export function closeInspected(): void {
  useSelection.setState({ index: null });
  inspectedFile.close();
}
