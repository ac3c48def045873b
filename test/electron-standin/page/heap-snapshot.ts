import { writeFile } from 'node:fs/promises';
import type { PageTarget } from './page-target.ts';

/**
 * Writes V8's heap snapshot of a page to a file: JSON, garbage collected first. It goes through the stand-in's own pipe
 * to Chromium; over a WebSocket Chromium would compress every byte of it for a reader on the same machine.
 */
export async function saveHeapSnapshot(target: PageTarget, path: string): Promise<void> {
  const chunks: string[] = [];
  const forget = target.listen('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    chunks.push(chunk);
  });
  try {
    await target.command('HeapProfiler.enable');
    await target.command('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    await target.command('HeapProfiler.disable');
  } finally {
    forget();
  }
  await writeFile(path, chunks);
}
