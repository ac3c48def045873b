import type { ElectronApplication, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSecrets } from './secrets.ts';
import type { Secret } from './secrets.ts';

/**
 * Has Electron take a heap snapshot of a window's page, garbage collected first, and looks for secrets in it. Through
 * Playwright it would come as one long compressed message, which costs more than the snapshot.
 *
 * @returns the names of those that were found
 */
export async function findSecretsInHeap(
  { electron, page }: { electron: ElectronApplication; page: Page },
  secrets: readonly Secret[],
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-heap-'));
  const path = join(folder, 'page.heapsnapshot');
  const window = await electron.browserWindow(page);
  await window.evaluate(
    ({ webContents }: BrowserWindow, file) => webContents.takeHeapSnapshot(file),
    path,
  );
  await window.dispose();
  const heap = await readFile(path);
  await rm(folder, { recursive: true });
  if (!heap.includes('"snapshot"')) throw new Error('the heap snapshot is empty');
  return findSecrets(heap, secrets).map((name) => `${name} in the page's heap`);
}
