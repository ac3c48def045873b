import { pbkdf2 as nativePbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2 as noblePbkdf2 } from '@noble/hashes/pbkdf2.js';
import { hmacChain } from './repeat.ts';
import type { Digest } from '../digests.ts';

const nativePbkdf2Async = promisify(nativePbkdf2);

export type Pbkdf2Input = {
  readonly digest: Digest;
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** Bytes wanted. */
  readonly length: number;
  readonly acceleration: boolean;
};

/** PBKDF2 (RFC 8018 5.2). Accelerated, it runs on libuv's threads, several side by side. */
export async function pbkdf2(input: Pbkdf2Input): Promise<Uint8Array> {
  const { digest, password, salt, iterations, length } = input;
  if (input.acceleration) {
    try {
      return await nativePbkdf2Async(password, salt, iterations, length, digest.opensslName);
    } catch {
      // BoringSSL has fewer digests than OpenSSL: ours follow.
    }
  }
  if (digest.blocks === null) {
    return noblePbkdf2(digest.hash, password, salt, { c: iterations, dkLen: length });
  }
  return chained(digest, digest.blocks, input);
}

function chained(
  digest: Digest,
  blocks: NonNullable<Digest['blocks']>,
  input: Pbkdf2Input,
): Uint8Array {
  const { password, salt, iterations, length } = input;
  const key = password.length > digest.hash.blockLen ? digest.hash(password) : password;
  const output = new Uint8Array(length);
  const index = new DataView(new ArrayBuffer(4));
  for (let offset = 0, block = 1; offset < length; offset += digest.hash.outputLen, block++) {
    index.setUint32(0, block);
    const salted = Buffer.concat([salt, new Uint8Array(index.buffer)]);
    const sum = hmacChain(blocks, key, hmac(digest.hash, key, salted), iterations);
    output.set(sum.subarray(0, length - offset), offset);
    sum.fill(0);
  }
  return output;
}
