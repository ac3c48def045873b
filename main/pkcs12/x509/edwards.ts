import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { ed448, x448 } from '@noble/curves/ed448.js';

const signers = { ed25519, ed448 } as const;

const derivations: Readonly<Record<string, (secret: Uint8Array) => Uint8Array>> = {
  '1.3.101.110': (secret) => x25519.getPublicKey(secret),
  '1.3.101.111': (secret) => x448.getPublicKey(secret),
  '1.3.101.112': (secret) => ed25519.getPublicKey(secret),
  '1.3.101.113': (secret) => ed448.getPublicKey(secret),
};

/** Ed25519 and Ed448 (RFC 8032). False for a key or signature of the wrong length, too. */
export function edwardsVerify(
  curve: keyof typeof signers,
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  try {
    return signers[curve].verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** The public key of an X25519, X448, Ed25519 or Ed448 private key (RFC 8410); null for another algorithm or length. */
export function edwardsPublicKey(oid: string, secret: Uint8Array): Uint8Array | null {
  try {
    return derivations[oid]?.(secret) ?? null;
  } catch {
    return null;
  }
}
