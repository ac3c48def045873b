import { sha1Blocks, sha256Blocks } from './block-hash.ts';
import type { BlockHash } from './block-hash.ts';

/** Big-endian bytes as words; the length is a multiple of four. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => view.getInt32(index * 4));
}

function bytesOf(words: Int32Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of words.entries()) view.setInt32(index * 4, word);
  return bytes;
}

/** A schedule whose block is the padding (FIPS 180-4 5.1.1) of a digest that ends a message of `prefix` bytes. */
function scheduleFor(hash: BlockHash, prefix: number): Int32Array {
  const schedule = new Int32Array(hash.scheduleWords);
  schedule[hash.digestWords] = 0x8000_0000 | 0;
  schedule[hash.blockWords - 1] = (prefix + hash.digestWords * 4) * 8;
  return schedule;
}

/** Hashes `digest` (as long as the hash's own digests) `rounds` times: H(H(...H(digest))). */
export function rehash(hash: BlockHash, digest: Uint8Array, rounds: number): Uint8Array {
  const { compress, digestWords, initial } = hash;
  const schedule = scheduleFor(hash, 0);
  const state = new Int32Array(initial.length);
  state.set(wordsOf(digest));
  for (let round = 0; round < rounds; round++) {
    for (let word = 0; word < digestWords; word++) schedule[word] = state[word] ?? 0;
    for (let word = 0; word < initial.length; word++) state[word] = initial[word] ?? 0;
    compress(state, schedule);
  }
  return bytesOf(state.subarray(0, digestWords));
}

/**
 * The rounds of PBKDF2 (RFC 8018 5.2) after the first: `first` is U_1, the answer is U_1 xor ... xor U_c.
 * `key` is the HMAC key, at most one block long.
 */
export function hmacChain(
  hash: BlockHash,
  key: Uint8Array,
  first: Uint8Array,
  iterations: number,
): Uint8Array {
  const { compress, digestWords } = hash;
  const inner = keyedState(hash, key, 0x36);
  const outer = keyedState(hash, key, 0x5c);
  const schedule = scheduleFor(hash, hash.blockWords * 4);
  const state = new Int32Array(hash.initial.length);
  const sum = wordsOf(first);
  state.set(sum);
  for (let round = 1; round < iterations; round++) {
    for (let word = 0; word < digestWords; word++) schedule[word] = state[word] ?? 0;
    for (let word = 0; word < inner.length; word++) state[word] = inner[word] ?? 0;
    compress(state, schedule);
    for (let word = 0; word < digestWords; word++) schedule[word] = state[word] ?? 0;
    for (let word = 0; word < outer.length; word++) state[word] = outer[word] ?? 0;
    compress(state, schedule);
    for (let word = 0; word < digestWords; word++)
      sum[word] = (sum[word] ?? 0) ^ (state[word] ?? 0);
  }
  return bytesOf(sum);
}

function keyedState(hash: BlockHash, key: Uint8Array, pad: number): Int32Array {
  const block = new Uint8Array(hash.blockWords * 4).fill(pad);
  for (const [index, byte] of key.entries()) block[index] = byte ^ pad;
  const schedule = new Int32Array(hash.scheduleWords);
  schedule.set(wordsOf(block));
  const state = hash.initial.slice();
  hash.compress(state, schedule);
  return state;
}

/** Lets the engine compile the loops, a few ms of work, so that the first file does not wait for that. */
export function warmUp(): void {
  for (const hash of [sha1Blocks, sha256Blocks]) {
    const digest = new Uint8Array(hash.digestWords * 4);
    for (let run = 0; run < 6; run++) rehash(hash, digest, 4096);
  }
}
