import { readElement } from '../asn1/read.ts';
import { integerOf, sequenceOf } from '../asn1/values.ts';
import { Pkcs12Error } from '../errors.ts';
import { bitLength, inverseModulo, powerModulo, truncatedDigest } from './arithmetic.ts';
import type { DsaParameters } from './public-key.ts';

type DsaKey = { readonly parameters: DsaParameters | null; readonly y: bigint };

// FIPS 186-4 4.2 ends at 3072 and 256 bits; a larger key is only there to burn time.
const largestPrime = 4096;
const largestOrder = 512;

/**
 * DSA (FIPS 186-4 4.7) over a digest. Null where the domain parameters are inherited, or too large to be worth the time.
 */
export function verifyDsa(key: DsaKey, digest: Uint8Array, signature: Uint8Array): boolean | null {
  if (key.parameters === null || isTooLarge(key.parameters)) return null;
  const { p, q, g } = key.parameters;
  const pair = readSignaturePair(signature);
  if (pair === null || pair.r >= q || pair.s >= q) return false;
  const w = inverseModulo(pair.s, q);
  if (w === null) return false;
  const u1 = (truncatedDigest(digest, q) * w) % q;
  const u2 = (pair.r * w) % q;
  return ((powerModulo(g, u1, p) * powerModulo(key.y, u2, p)) % p) % q === pair.r;
}

/** Whether computing with these parameters is not worth the time. */
export function isTooLarge({ p, q }: DsaParameters): boolean {
  return bitLength(p) > largestPrime || bitLength(q) > largestOrder;
}

/** Dss-Sig-Value and ECDSA-Sig-Value (RFC 3279 2.2.2, 2.2.3): null where it is none, or r or s is not positive. */
export function readSignaturePair(signature: Uint8Array): { r: bigint; s: bigint } | null {
  try {
    const [r, s] = sequenceOf(readElement(signature), 'signature').map((part) => integerOf(part));
    return r === undefined || s === undefined || r <= 0n || s <= 0n ? null : { r, s };
  } catch (error) {
    if (error instanceof Pkcs12Error) return null;
    throw error;
  }
}
