import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';

type Digest = (bytes: Uint8Array) => Uint8Array;

const unavailable: Digest | null = null;

/** Hashes of signatures, by the name that openssl gives them, with their OIDs (RFC 8017 B.1, NIST). */
const hashes = [
  { name: 'md2', oid: '1.2.840.113549.2.2', digest: unavailable },
  { name: 'md4', oid: '1.2.840.113549.2.4', digest: unavailable },
  { name: 'md5', oid: '1.2.840.113549.2.5', digest: md5 },
  { name: 'sha1', oid: '1.3.14.3.2.26', digest: sha1 },
  { name: 'ripemd160', oid: '1.3.36.3.2.1', digest: ripemd160 },
  { name: 'sha224', oid: '2.16.840.1.101.3.4.2.4', digest: sha224 },
  { name: 'sha256', oid: '2.16.840.1.101.3.4.2.1', digest: sha256 },
  { name: 'sha384', oid: '2.16.840.1.101.3.4.2.2', digest: sha384 },
  { name: 'sha512', oid: '2.16.840.1.101.3.4.2.3', digest: sha512 },
  { name: 'sha512-224', oid: '2.16.840.1.101.3.4.2.5', digest: sha512_224 },
  { name: 'sha512-256', oid: '2.16.840.1.101.3.4.2.6', digest: sha512_256 },
  { name: 'sha3-224', oid: '2.16.840.1.101.3.4.2.7', digest: sha3_224 },
  { name: 'sha3-256', oid: '2.16.840.1.101.3.4.2.8', digest: sha3_256 },
  { name: 'sha3-384', oid: '2.16.840.1.101.3.4.2.9', digest: sha3_384 },
  { name: 'sha3-512', oid: '2.16.840.1.101.3.4.2.10', digest: sha3_512 },
] as const;

export type HashName = (typeof hashes)[number]['name'];

/** The digest of `bytes`; null for a hash that can't be computed here (MD2, MD4). */
export function digestOf(hash: HashName, bytes: Uint8Array): Uint8Array | null {
  return hashes.find(({ name }) => name === hash)?.digest?.(bytes) ?? null;
}

/** The hash with this OID, or null. */
export function hashWithOid(oid: string): HashName | null {
  return hashes.find((hash) => hash.oid === oid)?.name ?? null;
}

/** The OID of a hash. */
export function hashOid(hash: HashName): string {
  return hashes.find(({ name }) => name === hash)?.oid ?? '';
}
