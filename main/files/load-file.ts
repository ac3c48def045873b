import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { defaultLimits } from '../pkcs12/limits.ts';

/** Why a path gave no bytes; `cli.unreadable.<why>` has the words. */
export type Unreadable = 'not-found' | 'folder' | 'not-a-file' | 'not-allowed' | 'failed';

export type Loaded =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable'; readonly why: Unreadable; readonly detail: string };

/**
 * Reads a file whose size is within the limit; a larger one is not read at all. Links are followed. Whatever else
 * lies at the path (a folder, a device, a pipe that nobody writes to) is an answer, not an error.
 */
export async function loadFile(path: string): Promise<Loaded> {
  try {
    // O_NONBLOCK: a pipe that nobody writes to would be waited for without end. Windows has none.
    await using handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const facts = await handle.stat();
    if (facts.isDirectory()) return unreadable('folder');
    if (!facts.isFile()) return unreadable('not-a-file');
    if (facts.size > defaultLimits.maxBytes) return { kind: 'too-large' };
    return { kind: 'bytes', bytes: await handle.readFile() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return unreadable('not-found');
    if (code === 'EISDIR') return unreadable('folder');
    if (code === 'EACCES' || code === 'EPERM') return unreadable('not-allowed');
    if (code === 'ENXIO') return unreadable('not-a-file');
    return unreadable('failed', code);
  }
}

function unreadable(why: Unreadable, detail = ''): Loaded {
  return { kind: 'unreadable', why, detail };
}
