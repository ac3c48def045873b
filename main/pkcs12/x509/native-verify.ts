import { createPublicKey, verify } from 'node:crypto';

/**
 * Whether a signature verifies, as node:crypto computes it: ECDSA (signature as DER) with the hash that it calls
 * `hash`, EdDSA with null. Null where it can't: BoringSSL lacks curves and hashes that OpenSSL has.
 *
 * @param spki SubjectPublicKeyInfo, DER
 */
export function nativeVerify(
  spki: Uint8Array,
  hash: string | null,
  message: Uint8Array,
  signature: Uint8Array,
): boolean | null {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return verify(hash, message, key, signature);
  } catch {
    return null;
  }
}
