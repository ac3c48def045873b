import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { portalState } from './state.ts';
import type { PortalState } from './state.ts';

/**
 * Reads the state that an earlier run has left.
 * @returns null when there is no file yet; a damaged one is kept as `FILE.damaged-…` and counts as none
 */
export async function readState(file: string): Promise<PortalState | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return portalState.parse(JSON.parse(text));
  } catch {
    await rename(file, `${file}.damaged-${randomUUID().slice(0, 8)}`);
    return null;
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes the state so that a reader finds the old or the new, never half of one; one write at a time, and
 * requests that come meanwhile share the next.
 * @returns a function that resolves once the state as it was at its call is on disk
 */
export function stateWriter(file: string, state: PortalState): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= running.then(
      () => begin(),
      () => begin(),
    );
    return next;
  };

  function begin(): Promise<void> {
    next = null;
    running = writeWhole(file, JSON.stringify(state));
    return running;
  }
}
