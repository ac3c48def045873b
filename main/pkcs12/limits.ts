import { Pkcs12Error } from './errors.ts';

/** What a file may ask for before anything is computed. Sizes in bytes. */
export type Limits = {
  readonly maxBytes: number;
  /** Of one derivation. */
  readonly maxIterations: number;
  /** Of all derivations of a file together. */
  readonly maxTotalIterations: number;
  readonly maxScryptBytes: number;
  /** scrypt's N * r * p: how often a block is mixed. */
  readonly maxScryptMixes: number;
  readonly maxKeyLength: number;
  /** SafeContents inside SafeContents. */
  readonly maxSafeDepth: number;
  readonly maxBags: number;
};

export const defaultLimits: Limits = {
  maxBytes: 10_485_760,
  maxIterations: 10_000_000,
  maxTotalIterations: 40_000_000,
  maxScryptBytes: 512 * 1024 * 1024,
  maxScryptMixes: 2 ** 26,
  maxKeyLength: 1024,
  maxSafeDepth: 8,
  maxBags: 1024,
};

/** Throws `iterations-too-high` when one derivation asks for more than the limit, `malformed` below 1. */
export function checkIterations(iterations: number, limits: Limits): void {
  if (iterations < 1) throw new Pkcs12Error('malformed', 'iterations');
  if (iterations > limits.maxIterations) {
    throw new Pkcs12Error('iterations-too-high', String(iterations));
  }
}
