import { scrypt as nativeScrypt } from 'node:crypto';
import { scrypt as nobleScrypt } from '@noble/hashes/scrypt.js';

export type ScryptInput = {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  /** Bytes wanted. */
  readonly length: number;
  readonly acceleration: boolean;
};

/** scrypt (RFC 7914). The parameters have been checked against the limits by the caller. */
export async function scrypt(input: ScryptInput): Promise<Uint8Array> {
  if (input.acceleration) {
    try {
      return await accelerated(input);
    } catch {
      // Without it in this build of node:crypto, ours follows.
    }
  }
  const { cost: N, blockSize: r, parallelization: p, length: dkLen } = input;
  return nobleScrypt(input.password, input.salt, { N, r, p, dkLen, maxmem: memoryOf(input) });
}

function accelerated(input: ScryptInput): Promise<Uint8Array> {
  const { password, salt, length, cost, blockSize, parallelization } = input;
  const options = { cost, blockSize, parallelization, maxmem: memoryOf(input) };
  return new Promise((resolve, reject) => {
    nativeScrypt(password, salt, length, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function memoryOf({ cost, blockSize, parallelization }: ScryptInput): number {
  return 128 * blockSize * (cost + parallelization + 4) + 1_048_576;
}
