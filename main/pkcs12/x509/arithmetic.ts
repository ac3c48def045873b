import { hexOf } from '../asn1/values.ts';

/** base^exponent mod modulus, by squaring; exponent not negative, modulus positive. Not for secrets under attack. */
export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = ((base % modulus) + modulus) % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The inverse of value modulo modulus, or null where there is none. */
export function inverseModulo(value: bigint, modulus: bigint): bigint | null {
  let [previous, current] = [modulus, ((value % modulus) + modulus) % modulus];
  let [before, factor] = [0n, 1n];
  while (current > 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [before, factor] = [factor, before - quotient * factor];
  }
  return previous === 1n ? ((before % modulus) + modulus) % modulus : null;
}

/** How many bits a number takes; not negative. */
export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** Bytes as a number, most significant first. */
export function numberOf(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${hexOf(bytes)}`);
}

/** A number in `size` bytes, most significant first; it must fit. */
export function bytesOf(value: bigint, size: number): Uint8Array {
  return Buffer.from(value.toString(16).padStart(size * 2, '0'), 'hex');
}

/** The leftmost bits of a digest as a number, as many as the group order has (FIPS 186-5 6.4.1). */
export function truncatedDigest(digest: Uint8Array, order: bigint): bigint {
  const excess = digest.length * 8 - bitLength(order);
  const number = numberOf(digest);
  return excess > 0 ? number >> BigInt(excess) : number;
}
