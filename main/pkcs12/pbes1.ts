import { countOf, isUniversal, octetsOf, sequenceOf, tags } from './asn1/values.ts';
import { desCbc, rc2Cbc, rc4Stream } from './ciphers/cipher.ts';
import { md5Digest, sha1Digest } from './digests.ts';
import { malformed } from './errors.ts';
import { pbkdf1 } from './kdf/pbkdf1.ts';
import { kdfPurpose, pkcs12Kdf } from './kdf/pkcs12-kdf.ts';
import { checkIterations } from './limits.ts';
import type { Cipher } from './ciphers/cipher.ts';
import type { Digest } from './digests.ts';
import type { Element } from './asn1/read.ts';
import type { Encryption } from './encryption-types.ts';
import type { Limits } from './limits.ts';

type Pbes1 = {
  readonly name: string;
  readonly cipher: Cipher;
  /** Null for the schemes of PKCS#12, which have their own KDF; a digest for PBKDF1 of PKCS#5 v1. */
  readonly pbkdf1: Digest | null;
};

function pkcs12Scheme(name: string, cipher: Cipher): Pbes1 {
  return { name, cipher, pbkdf1: null };
}

/** RFC 7292 Appendix C and RFC 8018 A.3, as openssl names them. MD2 is not there: nobody writes it any more. */
const schemesByOid: Readonly<Record<string, Pbes1>> = {
  '1.2.840.113549.1.12.1.1': pkcs12Scheme('pbeWithSHA1And128BitRC4', rc4Stream(16)),
  '1.2.840.113549.1.12.1.2': pkcs12Scheme('pbeWithSHA1And40BitRC4', rc4Stream(5)),
  '1.2.840.113549.1.12.1.3': pkcs12Scheme('pbeWithSHA1And3-KeyTripleDES-CBC', desCbc(24)),
  '1.2.840.113549.1.12.1.4': pkcs12Scheme('pbeWithSHA1And2-KeyTripleDES-CBC', desCbc(16)),
  '1.2.840.113549.1.12.1.5': pkcs12Scheme('pbeWithSHA1And128BitRC2-CBC', rc2Cbc(16, 128)),
  '1.2.840.113549.1.12.1.6': pkcs12Scheme('pbeWithSHA1And40BitRC2-CBC', rc2Cbc(5, 40)),
  '1.2.840.113549.1.5.3': { name: 'pbeWithMD5AndDES-CBC', cipher: desCbc(8), pbkdf1: md5Digest },
  '1.2.840.113549.1.5.6': {
    name: 'pbeWithMD5AndRC2-CBC',
    cipher: rc2Cbc(8, 64),
    pbkdf1: md5Digest,
  },
  '1.2.840.113549.1.5.10': { name: 'pbeWithSHA1AndDES-CBC', cipher: desCbc(8), pbkdf1: sha1Digest },
  '1.2.840.113549.1.5.11': {
    name: 'pbeWithSHA1AndRC2-CBC',
    cipher: rc2Cbc(8, 64),
    pbkdf1: sha1Digest,
  },
};

/**
 * The PBES1 scheme that `oid` names, with its salt and count; null when it is none. Throws `malformed`,
 * `iterations-too-high`.
 */
export function pbes1Of(
  oid: string,
  parameters: Element | undefined,
  limits: Limits,
): Encryption | null {
  const scheme = schemesByOid[oid];
  if (scheme === undefined) return null;
  const [saltElement, count] = sequenceOf(parameters, 'PBEParameter');
  if (!isUniversal(saltElement, tags.octetString)) throw malformed('PBEParameter');
  const salt = octetsOf(saltElement);
  const iterations = countOf(count, 'PBEParameter');
  checkIterations(iterations, limits);
  const { cipher, name } = scheme;
  const digest = scheme.pbkdf1 ?? sha1Digest;
  const facts = {
    algorithm: name,
    kdf: `${scheme.pbkdf1 === null ? 'PKCS12KDF' : 'PBKDF1'}-${digest.name}`,
    iterations,
    opensslName: name,
    oidName: oid,
  };
  if (scheme.pbkdf1 !== null) {
    const derive = async (password: Uint8Array) => {
      const bytes = pbkdf1(digest, password, salt, iterations);
      return { key: bytes.slice(0, 8), iv: bytes.slice(8, 16) };
    };
    return { facts, takes: 'text', cost: iterations, cipher, derive };
  }
  const part = (password: Uint8Array, purpose: 1 | 2, length: number): Uint8Array =>
    length === 0
      ? new Uint8Array(0)
      : pkcs12Kdf({ digest, password, salt, iterations, purpose, length });
  return {
    facts,
    takes: 'bmp',
    cost: iterations,
    cipher,
    derive: async (password) => ({
      key: part(password, kdfPurpose.key, cipher.keyLength),
      iv: part(password, kdfPurpose.iv, cipher.ivLength),
    }),
  };
}
