import { rehash } from './repeat.ts';
import type { Digest } from '../digests.ts';

/** What the bytes are for (RFC 7292 B.3). */
export const kdfPurpose = { key: 1, iv: 2, mac: 3 } as const;

export type Pkcs12KdfInput = {
  readonly digest: Digest;
  /** BMPString with its two zero bytes, or empty for the null password. */
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly purpose: 1 | 2 | 3;
  /** Bytes wanted. */
  readonly length: number;
};

/** The key derivation of RFC 7292 Appendix B.2. No native API has it. */
export function pkcs12Kdf(input: Pkcs12KdfInput): Uint8Array {
  const { digest, iterations, length } = input;
  const block = digest.hash.blockLen;
  const diversifier = new Uint8Array(block).fill(input.purpose);
  const seed = Buffer.concat([filled(input.salt, block), filled(input.password, block)]);
  const output = new Uint8Array(length);
  for (let offset = 0; offset < length; offset += digest.hash.outputLen) {
    const first = digest.hash(Buffer.concat([diversifier, seed]));
    const key = repeatedly(digest, first, iterations - 1);
    output.set(key.subarray(0, length - offset), offset);
    addToBlocks(seed, key, block);
    key.fill(0);
  }
  seed.fill(0);
  return output;
}

function repeatedly(digest: Digest, first: Uint8Array, rounds: number): Uint8Array {
  if (digest.blocks !== null) return rehash(digest.blocks, first, rounds);
  let value = first;
  for (let round = 0; round < rounds; round++) value = digest.hash(value);
  return value;
}

/** `bytes` repeated until a whole number of blocks is full; empty stays empty. */
function filled(bytes: Uint8Array, block: number): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / block) * block);
  for (let offset = 0; offset < whole.length; offset += bytes.length) {
    whole.set(bytes.subarray(0, whole.length - offset), offset);
  }
  return whole;
}

/** Adds `key`, repeated to a block, plus one to every block of `seed`, modulo the block (B.2 step 6 C). */
function addToBlocks(seed: Uint8Array, key: Uint8Array, block: number): void {
  for (let start = 0; start < seed.length; start += block) {
    let carry = 1;
    for (let index = block - 1; index >= 0; index--) {
      carry += (seed[start + index] ?? 0) + (key[index % key.length] ?? 0);
      seed[start + index] = carry & 0xff;
      carry >>= 8;
    }
  }
}
