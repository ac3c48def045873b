import { sha1Blocks, sha256Blocks } from './block-hash.ts';
import type { BlockHash } from './block-hash.ts';

/** Big-endian bytes as words; the length is a multiple of four. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Int32Array(bytes.length / 4);
  for (let index = 0; index < words.length; index++) words[index] = view.getInt32(index * 4);
  return words;
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
  const state = new Int32Array(hash.initial.length);
  state.set(wordsOf(digest));
  hash.repeat(state, hash.initial, scheduleFor(hash, 0), rounds);
  return bytesOf(state.subarray(0, hash.digestWords));
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
  const { digestWords, repeat } = hash;
  const inner = keyedState(hash, key, 0x36);
  const outer = keyedState(hash, key, 0x5c);
  const schedule = scheduleFor(hash, hash.blockWords * 4);
  const state = new Int32Array(hash.initial.length);
  const sum = wordsOf(first);
  state.set(sum);
  for (let round = 1; round < iterations; round++) {
    repeat(state, inner, schedule, 1);
    repeat(state, outer, schedule, 1);
    for (let word = 0; word < digestWords; word++)
      sum[word] = (sum[word] ?? 0) ^ (state[word] ?? 0);
  }
  return bytesOf(sum);
}

function keyedState(hash: BlockHash, key: Uint8Array, pad: number): Int32Array {
  const block = new Uint8Array(hash.blockWords * 4).fill(pad);
  for (const [index, byte] of key.entries()) block[index] = byte ^ pad;
  const words = wordsOf(block);
  const schedule = new Int32Array(hash.scheduleWords);
  schedule.set(words);
  const state = words.slice(0, hash.initial.length);
  hash.repeat(state, hash.initial, schedule, 1);
  return state;
}

/** Lets the engine compile the loops, a few ms of work, so that the first file does not wait for that. */
export function warmUp(): void {
  for (const hash of [sha1Blocks, sha256Blocks]) {
    const digest = new Uint8Array(hash.digestWords * 4);
    // Short loops: what is compiled in the middle of a long one is thrown away where the loop first ends.
    for (let run = 0; run < 96; run++) rehash(hash, digest, 256);
  }
}
