import { sequenceOf, countOf, integerOf, isUniversal, octetsOf, tags } from '../asn1/values.ts';
import { Pkcs12Error, malformed } from '../errors.ts';
import { aesCbc, aesGcm, desCbc, rc2Cbc } from './cipher.ts';
import { cipherLabel } from './unsupported.ts';
import type { Element } from '../asn1/read.ts';
import type { Cipher } from './cipher.ts';

/** The encryption scheme inside PBES2, with its initialization vector. */
export type Scheme = {
  readonly cipher: Cipher;
  readonly iv: Uint8Array;
  /** `AES-256-CBC` */
  readonly name: string;
  /** Null where `openssl pkcs12` can't decrypt it: it is called by its OID there. */
  readonly opensslName: string | null;
};

/** RFC 8018 B.2.3: the version that stands for so many effective bits; from 256 on it is the number itself. */
const rc2Versions: Readonly<Record<number, number>> = { 160: 40, 120: 64, 58: 128 };

const aesCbcOids: Readonly<Record<string, 16 | 24 | 32>> = {
  '2.16.840.1.101.3.4.1.2': 16,
  '2.16.840.1.101.3.4.1.22': 24,
  '2.16.840.1.101.3.4.1.42': 32,
};

const aesGcmOids: Readonly<Record<string, 16 | 24 | 32>> = {
  '2.16.840.1.101.3.4.1.6': 16,
  '2.16.840.1.101.3.4.1.26': 24,
  '2.16.840.1.101.3.4.1.46': 32,
};

/**
 * Reads the scheme that `oid` and its parameters name. `keyLength` is what the derivation says, in bytes, or
 * null; only RC2 needs it. Throws `malformed`, or `unsupported-algorithm` with the cipher's name.
 */
export function schemeOf(
  oid: string,
  parameters: Element | undefined,
  keyLength: number | null,
): Scheme {
  const aesKey = aesCbcOids[oid];
  if (aesKey !== undefined) {
    const name = `AES-${aesKey * 8}-CBC`;
    return { cipher: aesCbc(aesKey), iv: ivOf(parameters, 16), name, opensslName: name };
  }
  const gcmKey = aesGcmOids[oid];
  if (gcmKey !== undefined) return gcmScheme(gcmKey, parameters);
  switch (oid) {
    case '1.2.840.113549.3.7':
      return {
        cipher: desCbc(24),
        iv: ivOf(parameters, 8),
        name: 'DES-EDE3-CBC',
        opensslName: 'DES-EDE3-CBC',
      };
    case '1.3.14.3.2.7':
      return {
        cipher: desCbc(8),
        iv: ivOf(parameters, 8),
        name: 'DES-CBC',
        opensslName: 'DES-CBC',
      };
    case '1.2.840.113549.3.2':
      return rc2Scheme(parameters, keyLength);
    default:
      throw new Pkcs12Error('unsupported-algorithm', cipherLabel(oid));
  }
}

function ivOf(parameters: Element | undefined, length: number): Uint8Array {
  if (!isUniversal(parameters, tags.octetString)) throw malformed('initialization vector');
  const iv = octetsOf(parameters);
  if (iv.length !== length) throw malformed('initialization vector');
  return iv;
}

/** GCMParameters (RFC 5084 3.2); OpenSSL writes the nonce alone. */
function gcmScheme(keyLength: 16 | 24 | 32, parameters: Element | undefined): Scheme {
  const name = `AES-${keyLength * 8}-GCM`;
  const scheme = (iv: Uint8Array, tagLength: number): Scheme => ({
    cipher: aesGcm(keyLength, iv.length, tagLength),
    iv,
    name,
    opensslName: null,
  });
  if (isUniversal(parameters, tags.octetString)) return scheme(octetsOf(parameters), 16);
  const [nonce, length] = sequenceOf(parameters, name);
  if (!isUniversal(nonce, tags.octetString)) throw malformed(name);
  const iv = octetsOf(nonce);
  const tagLength = length === undefined ? 12 : countOf(length, name);
  if (iv.length === 0 || iv.length > 64 || tagLength < 12 || tagLength > 16) throw malformed(name);
  if (tagLength !== 16) throw new Pkcs12Error('unsupported-algorithm', `${name} (${tagLength})`);
  return scheme(iv, tagLength);
}

/** RC2-CBC-Parameter (RFC 8018 B.2.3). */
function rc2Scheme(parameters: Element | undefined, keyLength: number | null): Scheme {
  const name = 'RC2-CBC';
  if (isUniversal(parameters, tags.octetString)) {
    const key = keyLength ?? 4;
    return { cipher: rc2Cbc(key, 32), iv: ivOf(parameters, 8), name, opensslName: name };
  }
  const [version, iv] = sequenceOf(parameters, name);
  const number = Number(integerOf(version, name));
  const bits = rc2Versions[number] ?? number;
  if (bits < 8 || bits > 1024) throw malformed(name);
  const length = keyLength ?? (bits === 40 ? 5 : 16);
  if (length < 1 || length > 128) throw malformed(name);
  return { cipher: rc2Cbc(length, bits), iv: ivOf(iv, 8), name, opensslName: name };
}
