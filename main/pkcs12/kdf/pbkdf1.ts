import type { Digest } from '../digests.ts';

/** PBKDF1 (RFC 8018 5.1): one digest's length of bytes from the password, an 8-byte salt and a count. */
export function pbkdf1(
  digest: Digest,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
): Uint8Array {
  let value: Uint8Array = Buffer.concat([password, salt]);
  for (let round = 0; round < iterations; round++) value = digest.hash(value);
  return value;
}
