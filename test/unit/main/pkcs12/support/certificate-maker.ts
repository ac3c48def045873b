import { generateKeyPairSync, sign } from 'node:crypto';
import {
  context,
  der,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
} from '../../../../../main/pkcs12/asn1/write.ts';
import type { KeyObject } from 'node:crypto';

/** A key pair, and what signing with it is called. */
export type Pair = {
  readonly privateKey: KeyObject;
  readonly spki: Uint8Array;
  readonly pkcs8: Uint8Array;
  readonly signatureAlgorithm: (hash: Hash) => Uint8Array;
};

export type Hash = 'md5' | 'sha1' | 'sha256';

/** A certificate with the key that is its own. */
export type Made = { readonly der: Uint8Array; readonly pair: Pair; readonly subject: Uint8Array };

export type CertificateWish = {
  readonly pair?: Pair;
  /** Who signs it; itself without one. */
  readonly issuer?: Made;
  /** The Name, DER; `CN=name` where it is text. */
  readonly subject?: Uint8Array | string;
  readonly serial?: Uint8Array;
  /** ISO dates. */
  readonly from?: string;
  readonly to?: string;
  readonly extensions?: readonly Uint8Array[];
  readonly hash?: Hash;
  /** Another SubjectPublicKeyInfo than that of the pair. */
  readonly spki?: Uint8Array;
};

const dayMs = 86_400_000;

/** The moment that checks in tests call now. */
export const now = Date.UTC(2026, 10, 22, 12);

/** `days` from {@link now}, as an ISO date. */
export function inDays(days: number): string {
  return new Date(now + days * dayMs).toISOString();
}

const rsaSignatures = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
};
const ecdsaSignatures = { md5: '', sha1: '1.2.840.10045.4.1', sha256: '1.2.840.10045.4.3.2' };

function pairOf(
  { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject },
  signatureAlgorithm: (hash: Hash) => Uint8Array,
): Pair {
  return {
    privateKey,
    spki: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })),
    pkcs8: Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' })),
    signatureAlgorithm,
  };
}

/** An EC key on the curve that openssl calls `namedCurve`. */
export function ecPair(namedCurve = 'prime256v1', paramEncoding?: 'explicit'): Pair {
  const options = { namedCurve, ...(paramEncoding === undefined ? {} : { paramEncoding }) };
  return pairOf(generateKeyPairSync('ec', options), (hash) => sequence(oid(ecdsaSignatures[hash])));
}

/** An RSA key. */
export function rsaPair(modulusLength = 1024): Pair {
  return pairOf(generateKeyPairSync('rsa', { modulusLength }), (hash) =>
    sequence(oid(rsaSignatures[hash]), nullValue()),
  );
}

/** An Ed25519 key. */
export function ed25519Pair(): Pair {
  return pairOf(generateKeyPairSync('ed25519'), () => sequence(oid('1.3.101.112')));
}

/** A certificate, properly signed. */
export function makeCertificate(wish: CertificateWish = {}): Made {
  const pair = wish.pair ?? ecPair();
  const signer = wish.issuer?.pair ?? pair;
  const isEd = signer.privateKey.asymmetricKeyType === 'ed25519';
  const hash = wish.hash ?? 'sha256';
  const { subject = 'Ada' } = wish;
  const ownName = typeof subject === 'string' ? name([['2.5.4.3', subject]]) : subject;
  const algorithm = signer.signatureAlgorithm(hash);
  const tbs = sequence(
    context(0, integer(2)),
    wish.serial === undefined ? integer(4711) : der(0x02, wish.serial),
    algorithm,
    wish.issuer?.subject ?? ownName,
    sequence(time(wish.from ?? inDays(-30)), time(wish.to ?? inDays(365))),
    ownName,
    wish.spki ?? pair.spki,
    ...(wish.extensions === undefined ? [] : [context(3, sequence(...wish.extensions))]),
  );
  const signature = sign(isEd ? null : hash, tbs, signer.privateKey);
  return { der: sequence(tbs, algorithm, bitString(signature)), pair, subject: ownName };
}

function time(iso: string): Uint8Array {
  const digits = new Date(iso).toISOString().replaceAll(/[-:T]|\.\d+/gu, '');
  return der(0x18, Buffer.from(digits));
}

/** BIT STRING without unused bits. */
export function bitString(bytes: Uint8Array, unusedBits = 0): Uint8Array {
  return der(0x03, Uint8Array.of(unusedBits), bytes);
}

/** UTF8String. */
export function utf8String(text: string): Uint8Array {
  return der(0x0c, Buffer.from(text, 'utf8'));
}

/** IA5String. */
export function ia5String(text: string): Uint8Array {
  return der(0x16, Buffer.from(text, 'latin1'));
}

/** A Name with one attribute in each RDN; the value as UTF8String, or already encoded. */
export function name(attributes: readonly (readonly [string, string | Uint8Array])[]): Uint8Array {
  return sequence(...attributes.map((attribute) => setOf(attributeOf(attribute))));
}

/** One AttributeTypeAndValue. */
export function attributeOf([type, value]: readonly [string, string | Uint8Array]): Uint8Array {
  return sequence(oid(type), typeof value === 'string' ? utf8String(value) : value);
}

/** An extension around its value. */
export function extension(type: string, value: Uint8Array, isCritical = false): Uint8Array {
  const flag = isCritical ? [der(0x01, Uint8Array.of(0xff))] : [];
  return sequence(oid(type), ...flag, octetString(value));
}

/** basicConstraints. */
export function basicConstraints(ca: boolean, pathLength?: number): Uint8Array {
  const flag = ca ? [der(0x01, Uint8Array.of(0xff))] : [];
  const length = pathLength === undefined ? [] : [integer(pathLength)];
  return extension('2.5.29.19', sequence(...flag, ...length), true);
}

/** keyUsage from the numbers of its bits (RFC 5280 4.2.1.3). */
export function keyUsage(...bits: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2);
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return extension('2.5.29.15', bitString(bytes), true);
}

export const usageBits = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  keyAgreement: 4,
  keyCertSign: 5,
  cRLSign: 6,
  encipherOnly: 7,
} as const;

/** extKeyUsage from the last arc of id-kp, or whole OIDs. */
export function extendedKeyUsage(...oids: readonly (number | string)[]): Uint8Array {
  const encoded = oids.map((arc) => oid(typeof arc === 'string' ? arc : `1.3.6.1.5.5.7.3.${arc}`));
  return extension('2.5.29.37', sequence(...encoded));
}

/** subjectAltName with rfc822Names. */
export function emailNames(...addresses: readonly string[]): Uint8Array {
  const names = addresses.map((address) => der(0x81, Buffer.from(address, 'latin1')));
  return extension('2.5.29.17', sequence(...names));
}

/** certificatePolicies. */
export function policies(...oids: readonly string[]): Uint8Array {
  return extension('2.5.29.32', sequence(...oids.map((policy) => sequence(oid(policy)))));
}
