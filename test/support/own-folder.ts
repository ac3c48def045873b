import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fixture: a folder of the test's own, gone afterwards. What a closing app still writes is waited for. */
export async function ownFolder({}: object, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-test-'));
  await use(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
