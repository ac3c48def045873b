import type { Page } from '@playwright/test';
import { findSecrets } from './secrets.ts';
import type { Secret } from './secrets.ts';

/**
 * Takes a heap snapshot of the page, garbage collected first, and looks for secrets in it.
 *
 * @returns the names of those that were found
 */
export async function findSecretsInHeap(page: Page, secrets: readonly Secret[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const heap = Buffer.from(chunks.join(''));
  if (!heap.includes('"snapshot"')) throw new Error('the heap snapshot is empty');
  return findSecrets(heap, secrets).map((name) => `${name} in the page's heap`);
}
