import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Operation, RawRequest } from './operation.ts';
import type { Portal } from './portal.ts';
import { refuseField } from './refusal.ts';
import type { AccountRecord } from './state.ts';

const day = 86_400_000;
const answersKept = 1000;

// Left out of the fingerprint: its hash is written to the state file, and a short PIN could be guessed from it.
const secretFields = new Set(['password', 'osxLockPin', 'osxWipePin', 'unlockCode']);

async function fingerprint(operation: Operation, request: RawRequest): Promise<string> {
  const hash = createHash('sha256').update(`${operation.name} ${request.id}`);
  for (const [name, value] of Object.entries(request.form).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (secretFields.has(name)) continue;
    hash.update(`\n${name}=`);
    if (value instanceof File) hash.update(new Uint8Array(await value.arrayBuffer()));
    else hash.update(JSON.stringify(value));
  }
  return hash.digest('hex');
}

/**
 * Runs a request at most once for each `Idempotency-Key` of an account within 24 h. Only what was done is
 * remembered: after a refusal the same key may be tried again, for example once the password was proven.
 * @param perform does it
 * @returns its result, or the remembered one, and whether it is remembered
 * @throws Refusal when the key was used for something else
 */
export async function once(
  portal: Portal,
  account: AccountRecord,
  key: string,
  operation: Operation,
  request: RawRequest,
  perform: () => Promise<unknown>,
): Promise<{ result: unknown; replayed: boolean }> {
  if (!/^[\x21-\x7e]{1,255}$/u.test(key)) {
    throw refuseField('Pattern', 'Idempotency-Key', 'must be 1 to 255 printable characters');
  }
  const print = await fingerprint(operation, request);
  const now = portal.now();
  const { state } = portal;
  state.answeredRequests = state.answeredRequests
    .filter(({ answeredAt }) => now - answeredAt < day)
    .slice(-answersKept);
  const known = state.answeredRequests.find(
    (entry) => entry.accountId === account.id && entry.key === key,
  );
  if (known !== undefined) {
    if (known.fingerprint !== print) {
      throw refuseField('Pattern', 'Idempotency-Key', 'was used for another request');
    }
    return { result: known.result, replayed: true };
  }
  const name = `${account.id} ${key} ${print}`;
  const twin = portal.underWay.get(name);
  if (twin !== undefined) return { result: await twin, replayed: true };
  const first = perform();
  portal.underWay.set(name, first);
  try {
    const result = await first;
    const entry = { accountId: account.id, key, fingerprint: print, answeredAt: now };
    state.answeredRequests.push({ ...entry, result: z.json().parse(result) });
    return { result, replayed: false };
  } finally {
    portal.underWay.delete(name);
  }
}
