import { nullValue, octetString, oid, sequence } from '../asn1/write.ts';
import { sameBytes } from '../asn1/values.ts';
import { digestByOid } from '../digests.ts';
import { bitLength, bytesOf, numberOf, powerModulo } from './arithmetic.ts';
import type { PssScheme } from './signature-scheme.ts';

type RsaKey = { readonly modulus: bigint; readonly exponent: bigint };

// A larger key is only there to burn time.
const largestModulus = 8192;
const largestExponent = 64;

/**
 * RSASSA-PKCS1-v1_5 (RFC 8017 8.2.2) over a digest. Null where the key is too large to be worth the time.
 */
export function verifyPkcs1(
  key: RsaKey,
  hash: string,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean | null {
  if (isTooLarge(key)) return null;
  const encoded = openSignature(key, signature);
  if (encoded === null) return false;
  // Some old signers leave out the NULL parameters (RFC 8017 A.2.4 allows to accept both).
  return [[nullValue()], []].some((parameters) => {
    const info = sequence(sequence(oid(hash), ...parameters), octetString(digest));
    const padding = encoded.length - info.length - 3;
    if (padding < 8) return false;
    const expected = Buffer.concat([
      Uint8Array.of(0, 1),
      new Uint8Array(padding).fill(0xff),
      Uint8Array.of(0),
      info,
    ]);
    return sameBytes(expected, encoded);
  });
}

/** RSASSA-PSS (RFC 8017 8.1.2, 9.1.2) over a digest. Null where it can't be computed here. */
export function verifyPss(
  key: RsaKey,
  scheme: PssScheme,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean | null {
  if (isTooLarge(key)) return null;
  const opened = openSignature(key, signature);
  if (opened === null) return false;
  const bits = bitLength(key.modulus) - 1;
  const encoded = opened.subarray(opened.length - Math.ceil(bits / 8));
  const maskedLength = encoded.length - digest.length - 1;
  const saltStart = maskedLength - scheme.saltLength;
  if (saltStart < 1 || encoded.at(-1) !== 0xbc) return false;
  const hash = encoded.subarray(maskedLength, -1);
  const mask = generateMask(scheme.maskHash, hash, maskedLength);
  if (mask === null) return null;
  const block = encoded.subarray(0, maskedLength).map((byte, index) => byte ^ (mask[index] ?? 0));
  block[0] = (block[0] ?? 0) & (0xff >> (encoded.length * 8 - bits));
  const isPadded = block.subarray(0, saltStart - 1).every((byte) => byte === 0);
  if (!isPadded || block[saltStart - 1] !== 1) return false;
  const message = Buffer.concat([new Uint8Array(8), digest, block.subarray(saltStart)]);
  const expected = digestByOid(scheme.hash)?.hash(message);
  return expected === undefined ? null : sameBytes(expected, hash);
}

function isTooLarge(key: RsaKey): boolean {
  return bitLength(key.modulus) > largestModulus || bitLength(key.exponent) > largestExponent;
}

/** The encoded message in as many bytes as the modulus has; null where the signature has another length. */
function openSignature(key: RsaKey, signature: Uint8Array): Uint8Array | null {
  const size = Math.ceil(bitLength(key.modulus) / 8);
  const number = numberOf(signature);
  if (signature.length !== size || number >= key.modulus) return null;
  return bytesOf(powerModulo(number, key.exponent, key.modulus), size);
}

/** MGF1 (RFC 8017 B.2.1). */
function generateMask(hash: string, seed: Uint8Array, length: number): Uint8Array | null {
  const digest = digestByOid(hash);
  if (digest === null) return null;
  const parts: Uint8Array[] = [];
  for (let counter = 0, made = 0; made < length; counter++) {
    const part = digest.hash(Buffer.concat([seed, bytesOf(BigInt(counter), 4)]));
    parts.push(part);
    made += part.length;
  }
  return Buffer.concat(parts).subarray(0, length);
}
