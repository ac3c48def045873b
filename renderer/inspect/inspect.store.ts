import { create } from 'zustand';
import { call } from '../portal.ts';
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
