import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { failure } from '../failure.ts';

const fileSystemError = z.object({ code: z.string(), syscall: z.string() });

/** What the place that was chosen can be guilty of; anything else is a bug of ours. */
const placeCodes = new Set([
  'EACCES',
  'EBUSY',
  'EEXIST',
  'EFBIG',
  'EINVAL',
  'EIO',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'ENODEV',
  'ENOENT',
  'ENOTDIR',
  'ENOTEMPTY',
  'ENXIO',
  'EPERM',
  'EROFS',
  'ETXTBSY',
]);
const fullCodes = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Writes a file whole or not at all: beside its place first, on to the disk, then under its name. What stood there
 * before stays until then.
 *
 * @param path absolute
 * @param mode permission bits of the new file, `0o600` for the person alone
 * @param write how the new file gets on to the disk
 * @throws Failure `disk-full`; `file-unreadable` with the reason `NotWritable` for a place that takes no file
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  mode: number,
  write = writeNew,
): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    await write(beside, bytes, mode);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw asFailure(cause);
  }
}

/** Throws, and leaves what it has written, when the disk does not take it. */
async function writeNew(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  // `wx`: never through a link that somebody else has put there.
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function asFailure(cause: unknown): unknown {
  const { data } = fileSystemError.safeParse(cause);
  if (data === undefined) return cause;
  if (fullCodes.has(data.code)) return failure('disk-full');
  return placeCodes.has(data.code) ? failure('file-unreadable', { reason: 'NotWritable' }) : cause;
}
