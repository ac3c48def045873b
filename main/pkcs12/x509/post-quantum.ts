import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { ml_kem512, ml_kem768, ml_kem1024 } from '@noble/post-quantum/ml-kem.js';
import { readElement } from '../asn1/read.ts';
import { octetsOf } from '../asn1/values.ts';
import { publicKeyName } from '../oids.ts';
import type { Element } from '../asn1/read.ts';

const signers = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 } as const;
const encapsulators = {
  'ML-KEM-512': ml_kem512,
  'ML-KEM-768': ml_kem768,
  'ML-KEM-1024': ml_kem1024,
} as const;
const algorithms: Readonly<Record<string, Keys>> = { ...signers, ...encapsulators };

type Keys = {
  readonly keygen: (seed: Uint8Array) => { readonly publicKey: Uint8Array };
  readonly getPublicKey: (secretKey: Uint8Array) => Uint8Array;
};

/**
 * The public half of an ML-DSA, ML-KEM (RFC 9881 6, RFC 9935 6: a seed, an expanded key, or both) or SLH-DSA
 * private key (RFC 9909 6: its last half); null for another algorithm, or where the key does not fit it.
 */
export function publicPartOf(oid: string, secret: Uint8Array): Uint8Array | null {
  const name = publicKeyName(oid);
  if (name.startsWith('SLH-DSA-')) return secret.slice(secret.length / 2);
  const keys = algorithms[name];
  if (keys === undefined) return null;
  try {
    const { seed, expanded } = readForms(readElement(secret));
    if (seed !== null) return keys.keygen(seed).publicKey;
    return expanded === null ? null : keys.getPublicKey(expanded);
  } catch {
    // noble throws where a length does not fit the algorithm: the key can't be matched, but it can be shown.
    return null;
  }
}

function readForms(element: Element): { seed: Uint8Array | null; expanded: Uint8Array | null } {
  if (element.tagClass === 2) return { seed: octetsOf(element), expanded: null };
  if (!element.constructed) return { seed: null, expanded: octetsOf(element) };
  const [seed, expanded] = element.children;
  return {
    seed: seed === undefined ? null : octetsOf(seed),
    expanded: expanded === undefined ? null : octetsOf(expanded),
  };
}

/** Whether an ML-DSA signature (RFC 9881 3) verifies; null for another algorithm. */
export function verifyMlDsa(
  oid: string,
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean | null {
  const name = publicKeyName(oid);
  const signer = Object.entries(signers).find(([candidate]) => candidate === name)?.[1];
  if (signer === undefined) return null;
  try {
    return signer.verify(signature, message, publicKey);
  } catch {
    return false;
  }
}
