import { countOf, explicitOf, isContext, sequenceOf } from '../asn1/values.ts';
import { Pkcs12Error } from '../errors.ts';
import { readAlgorithm } from './public-key.ts';
import type { AlgorithmIdentifier } from './public-key.ts';

/** How a certificate is signed, as far as it is known here. Hashes are given by their OIDs. */
export type SignatureScheme =
  | { readonly kind: 'pkcs1' | 'ecdsa' | 'dsa'; readonly hash: string }
  | PssScheme
  | { readonly kind: 'eddsa'; readonly curve: 'ed25519' | 'ed448' }
  | { readonly kind: 'ml-dsa'; readonly oid: string };

/** RFC 4055 3.1 */
export type PssScheme = {
  readonly kind: 'pss';
  readonly hash: string;
  readonly maskHash: string;
  /** Bytes. */
  readonly saltLength: number;
};

/** OIDs of hashes (RFC 8017 B.1, NIST). */
const hashOids = {
  md2: '1.2.840.113549.2.2',
  md4: '1.2.840.113549.2.4',
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  ripemd160: '1.3.36.3.2.1',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  'sha512-224': '2.16.840.1.101.3.4.2.5',
  'sha512-256': '2.16.840.1.101.3.4.2.6',
  'sha3-224': '2.16.840.1.101.3.4.2.7',
  'sha3-256': '2.16.840.1.101.3.4.2.8',
  'sha3-384': '2.16.840.1.101.3.4.2.9',
  'sha3-512': '2.16.840.1.101.3.4.2.10',
} as const;
type HashName = keyof typeof hashOids;

const rsaOids: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.1.1.2': 'md2',
  '1.2.840.113549.1.1.3': 'md4',
  '1.2.840.113549.1.1.4': 'md5',
  '1.3.14.3.2.3': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.3.14.3.2.29': 'sha1',
  '1.3.36.3.3.1.2': 'ripemd160',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.113549.1.1.15': 'sha512-224',
  '1.2.840.113549.1.1.16': 'sha512-256',
  '2.16.840.1.101.3.4.3.13': 'sha3-224',
  '2.16.840.1.101.3.4.3.14': 'sha3-256',
  '2.16.840.1.101.3.4.3.15': 'sha3-384',
  '2.16.840.1.101.3.4.3.16': 'sha3-512',
};

const ecdsaOids: Readonly<Record<string, HashName>> = {
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '2.16.840.1.101.3.4.3.9': 'sha3-224',
  '2.16.840.1.101.3.4.3.10': 'sha3-256',
  '2.16.840.1.101.3.4.3.11': 'sha3-384',
  '2.16.840.1.101.3.4.3.12': 'sha3-512',
};

const dsaOids: Readonly<Record<string, HashName>> = {
  '1.2.840.10040.4.3': 'sha1',
  '1.3.14.3.2.27': 'sha1',
  '2.16.840.1.101.3.4.3.1': 'sha224',
  '2.16.840.1.101.3.4.3.2': 'sha256',
  '2.16.840.1.101.3.4.3.3': 'sha384',
  '2.16.840.1.101.3.4.3.4': 'sha512',
};

const mlDsaOids: ReadonlySet<string> = new Set([
  '2.16.840.1.101.3.4.3.17',
  '2.16.840.1.101.3.4.3.18',
  '2.16.840.1.101.3.4.3.19',
]);

const pssOid = '1.2.840.113549.1.1.10';

/** The scheme of a signature algorithm; null where it is unknown here or its parameters can't be read. */
export function signatureSchemeOf(algorithm: AlgorithmIdentifier): SignatureScheme | null {
  const { oid } = algorithm;
  const rsa = rsaOids[oid];
  if (rsa !== undefined) return { kind: 'pkcs1', hash: hashOids[rsa] };
  const ecdsa = ecdsaOids[oid];
  if (ecdsa !== undefined) return { kind: 'ecdsa', hash: hashOids[ecdsa] };
  const dsa = dsaOids[oid];
  if (dsa !== undefined) return { kind: 'dsa', hash: hashOids[dsa] };
  if (oid === '1.3.101.112') return { kind: 'eddsa', curve: 'ed25519' };
  if (oid === '1.3.101.113') return { kind: 'eddsa', curve: 'ed448' };
  if (mlDsaOids.has(oid)) return { kind: 'ml-dsa', oid };
  return oid === pssOid ? readPss(algorithm) : null;
}

function readPss({ parameters }: AlgorithmIdentifier): PssScheme | null {
  try {
    const parts = parameters === undefined ? [] : sequenceOf(parameters, 'RSASSA-PSS-params');
    const [hash, mask, salt] = [0, 1, 2].map((tag) => {
      const part = parts.find((candidate) => isContext(candidate, tag));
      return part === undefined ? null : explicitOf(part, tag, 'RSASSA-PSS-params');
    });
    return {
      kind: 'pss',
      hash: hash ? readAlgorithm(hash, 'RSASSA-PSS-params').oid : hashOids.sha1,
      maskHash: mask
        ? readAlgorithm(readAlgorithm(mask, 'RSASSA-PSS-params').parameters, 'MGF1').oid
        : hashOids.sha1,
      saltLength: salt ? countOf(salt) : 20,
    };
  } catch (error) {
    if (error instanceof Pkcs12Error) return null;
    throw error;
  }
}
