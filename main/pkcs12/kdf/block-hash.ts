import { repeatSha1 } from './sha1-rounds.ts';

/**
 * A hash of the SHA family down to its compression function, in 32-bit words (a 64-bit word is two, the high one
 * first). Derivations repeat it millions of times on one block, so nothing in it allocates.
 */
export type BlockHash = {
  /** 16, or 32 where the hash has 64-bit words. */
  readonly blockWords: number;
  readonly initial: Int32Array;
  /** How many words of the state are the digest. */
  readonly digestWords: number;
  /** Length of the message schedule; its first words are the block. */
  readonly scheduleWords: number;
  readonly repeat: Repeat;
};

/**
 * Hashes the block at the front of `schedule` `rounds` times: each time its first words are the digest in `state`
 * and the hash begins at `start`; the outcome is the next `state`, in place.
 */
type Repeat = (state: Int32Array, start: Int32Array, schedule: Int32Array, rounds: number) => void;

/** The repetition of a compression function that mixes the block in `schedule` into `state`, in place. */
export function repeating(
  digestWords: number,
  compress: (state: Int32Array, schedule: Int32Array) => void,
): Repeat {
  return (state, start, schedule, rounds) => {
    for (let round = 0; round < rounds; round++) {
      for (let word = 0; word < digestWords; word++) schedule[word] = state[word] ?? 0;
      for (let word = 0; word < start.length; word++) state[word] = start[word] ?? 0;
      compress(state, schedule);
    }
  };
}

/** FIPS 180-4 6.1. */
export const sha1Blocks: BlockHash = {
  blockWords: 16,
  initial: Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0),
  digestWords: 5,
  scheduleWords: 16,
  repeat: repeatSha1,
};

/** FIPS 180-4 6.2. */
export const sha256Blocks: BlockHash = {
  blockWords: 16,
  initial: Int32Array.from([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ]),
  digestWords: 8,
  scheduleWords: 64,
  repeat: repeating(8, compressSha256),
};

/** FIPS 180-4 6.3: SHA-256 from another start, cut to 28 bytes. */
export const sha224Blocks: BlockHash = {
  ...sha256Blocks,
  initial: Int32Array.from([
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
  ]),
  digestWords: 7,
  repeat: repeating(7, compressSha256),
};

const sha256Constants = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);

function compressSha256(state: Int32Array, w: Int32Array): void {
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15] ?? 0;
    const y = w[t - 2] ?? 0;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = ((w[t - 16] ?? 0) + s0 + (w[t - 7] ?? 0) + s1) | 0;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = ((sha256Constants[t] ?? 0) + (w[t] ?? 0) + h + (g ^ (e & (f ^ g))) + s1) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (((a & b) | (c & (a | b))) + s0) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = ((state[0] ?? 0) + a) | 0;
  state[1] = ((state[1] ?? 0) + b) | 0;
  state[2] = ((state[2] ?? 0) + c) | 0;
  state[3] = ((state[3] ?? 0) + d) | 0;
  state[4] = ((state[4] ?? 0) + e) | 0;
  state[5] = ((state[5] ?? 0) + f) | 0;
  state[6] = ((state[6] ?? 0) + g) | 0;
  state[7] = ((state[7] ?? 0) + h) | 0;
}
