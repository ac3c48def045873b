import { randomBytes, randomUUID } from 'node:crypto';
import { open, readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { expectedError } from '../errors.ts';
import { sampleCertificate } from './sample-certificate.ts';
import type { Finding, SelfCheckOptions } from './check.ts';

/** Less than this and the system itself begins to have trouble, bytes. */
const scarce = 200_000_000;

/** An entry that holds nothing, under a name that nothing else has. */
const keychainEntry = 'self-check';

/** Self-check 4: does this computer's keychain keep what it is given, and give it back? */
export async function checkKeychain({
  keychain,
}: Pick<SelfCheckOptions, 'keychain'>): Promise<Finding> {
  const written = await keychain.write(keychainEntry, randomBytes(8).toString('hex'));
  if (written !== 'ok') return { state: 'failed', code: `keychain-${written}` };
  const removed = await keychain.remove(keychainEntry);
  return removed === 'ok'
    ? { state: 'passed', code: 'kept' }
    : { state: 'attention', code: 'not-removed' };
}

async function writeAndRead(path: string): Promise<boolean> {
  const bytes = randomBytes(65_536);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes.equals(await readFile(path));
}

/** Self-check 5: can the profile folder be written to, and is there room? */
export async function checkDisk({
  directory,
}: Pick<SelfCheckOptions, 'directory'>): Promise<Finding> {
  const path = join(directory, `self-check-${randomUUID()}.tmp`);
  try {
    if (!(await writeAndRead(path))) return { state: 'failed', code: 'read-differs' };
  } catch (cause) {
    const isFull = expectedError(cause)?.code === 'disk-full';
    return { state: 'failed', code: isFull ? 'disk-full' : 'not-writable' };
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
  const { bavail, bsize } = await statfs(directory);
  const freeBytes = bavail * bsize;
  return freeBytes < scarce
    ? { state: 'attention', code: 'nearly-full', freeBytes }
    : { state: 'passed', code: 'written', freeBytes };
}

/** Self-check 6: does the process answer that looks into files? It gets a certificate that the app brings along. */
export async function checkInspection({
  inspector,
  clock,
}: Pick<SelfCheckOptions, 'inspector' | 'clock'>): Promise<Finding> {
  const result = await inspector.inspect({
    bytes: Buffer.from(sampleCertificate),
    password: null,
    purpose: 'look',
    email: null,
    knownFingerprints: [],
    now: clock.now(),
    accept: 'any',
  });
  if (!result.opened) return { state: 'failed', code: `inspection-${result.failure.kind}` };
  return result.inspection.certificates.length === 1
    ? { state: 'passed', code: 'opened' }
    : { state: 'failed', code: 'inspection-differs' };
}
