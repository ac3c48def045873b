import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';
import { sha1Blocks, sha224Blocks, sha256Blocks } from './kdf/block-hash.ts';
import { sha384Blocks, sha512Blocks } from './kdf/sha512-blocks.ts';
import type { CHash } from '@noble/hashes/utils.js';
import type { BlockHash } from './kdf/block-hash.ts';

/** A hash function, by the names that people, openssl and node:crypto have for it. */
export type Digest = {
  /** `SHA-256` */
  readonly name: string;
  /** `sha256`: as openssl and node:crypto call it. */
  readonly opensslName: string;
  readonly hash: CHash;
  /** Its compression function, where derivations run on that. */
  readonly blocks: BlockHash | null;
};

function digest(
  name: string,
  opensslName: string,
  hash: CHash,
  blocks: BlockHash | null = null,
): Digest {
  return { name, opensslName, hash, blocks };
}

export const sha1Digest = digest('SHA-1', 'sha1', sha1, sha1Blocks);
export const sha256Digest = digest('SHA-256', 'sha256', sha256, sha256Blocks);
export const sha512Digest = digest('SHA-512', 'sha512', sha512, sha512Blocks);
export const md5Digest = digest('MD5', 'md5', md5);
const sha224Digest = digest('SHA-224', 'sha224', sha224, sha224Blocks);
const sha384Digest = digest('SHA-384', 'sha384', sha384, sha384Blocks);
const sha512t224 = digest('SHA-512/224', 'sha512-224', sha512_224);
const sha512t256 = digest('SHA-512/256', 'sha512-256', sha512_256);
const sha3t224 = digest('SHA3-224', 'sha3-224', sha3_224);
const sha3t256 = digest('SHA3-256', 'sha3-256', sha3_256);
const sha3t384 = digest('SHA3-384', 'sha3-384', sha3_384);
const sha3t512 = digest('SHA3-512', 'sha3-512', sha3_512);

const digestsByOid: Readonly<Record<string, Digest>> = {
  '1.2.840.113549.2.5': md5Digest,
  '1.3.14.3.2.26': sha1Digest,
  '1.3.36.3.2.1': digest('RIPEMD-160', 'ripemd160', ripemd160),
  '2.16.840.1.101.3.4.2.4': sha224Digest,
  '2.16.840.1.101.3.4.2.1': sha256Digest,
  '2.16.840.1.101.3.4.2.2': sha384Digest,
  '2.16.840.1.101.3.4.2.3': sha512Digest,
  '2.16.840.1.101.3.4.2.5': sha512t224,
  '2.16.840.1.101.3.4.2.6': sha512t256,
  '2.16.840.1.101.3.4.2.7': sha3t224,
  '2.16.840.1.101.3.4.2.8': sha3t256,
  '2.16.840.1.101.3.4.2.9': sha3t384,
  '2.16.840.1.101.3.4.2.10': sha3t512,
  '1.3.6.1.4.1.1722.12.2.1.16': digest('BLAKE2b-512', 'blake2b512', blake2b),
  '1.3.6.1.4.1.1722.12.2.2.8': digest('BLAKE2s-256', 'blake2s256', blake2s),
};

const hmacsByOid: Readonly<Record<string, Digest>> = {
  '1.2.840.113549.2.6': md5Digest,
  '1.3.6.1.5.5.8.1.1': md5Digest,
  '1.2.840.113549.2.7': sha1Digest,
  '1.3.6.1.5.5.8.1.2': sha1Digest,
  '1.2.840.113549.2.8': sha224Digest,
  '1.2.840.113549.2.9': sha256Digest,
  '1.2.840.113549.2.10': sha384Digest,
  '1.2.840.113549.2.11': sha512Digest,
  '1.2.840.113549.2.12': sha512t224,
  '1.2.840.113549.2.13': sha512t256,
  '2.16.840.1.101.3.4.2.13': sha3t224,
  '2.16.840.1.101.3.4.2.14': sha3t256,
  '2.16.840.1.101.3.4.2.15': sha3t384,
  '2.16.840.1.101.3.4.2.16': sha3t512,
};

/** Digests that files name and nothing here computes, for the sentence that says so. */
const unsupportedNames: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.2': 'MD2',
  '1.2.840.113549.2.4': 'MD4',
  '1.0.10118.3.0.55': 'Whirlpool',
  '1.2.156.10197.1.401': 'SM3',
  '1.2.643.2.2.9': 'GOST R 34.11-94',
  '1.2.643.7.1.1.2.2': 'GOST R 34.11-2012 (256 bit)',
  '1.2.643.7.1.1.2.3': 'GOST R 34.11-2012 (512 bit)',
  '1.2.643.2.2.10': 'HMAC GOST R 34.11-94',
  '1.2.643.7.1.1.4.1': 'HMAC GOST R 34.11-2012 (256 bit)',
  '1.2.643.7.1.1.4.2': 'HMAC GOST R 34.11-2012 (512 bit)',
};

/** The digest that an OID names; null where it is not known here. */
export function digestByOid(oid: string): Digest | null {
  return digestsByOid[oid] ?? null;
}

/** The digest inside the HMAC that an OID names (RFC 8018 B.1.2); null where it is not known here. */
export function hmacByOid(oid: string): Digest | null {
  return hmacsByOid[oid] ?? null;
}

/** What to call a digest that is not known here: its name, or the OID. */
export function digestLabel(oid: string): string {
  return unsupportedNames[oid] ?? oid;
}
