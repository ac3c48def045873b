import { readElement } from '../asn1/read.ts';
import {
  bitStringOf,
  hexOf,
  integerOf,
  isUniversal,
  oidOf,
  sequenceOf,
  tags,
} from '../asn1/values.ts';
import { Pkcs12Error, malformed } from '../errors.ts';
import { bitLength } from './arithmetic.ts';
import { pointIdentity, readCurve } from './curve.ts';
import { keyAlgorithms } from './key-algorithms.ts';
import type { Element } from '../asn1/read.ts';
import type { Curve } from './curve.ts';

/** AlgorithmIdentifier (RFC 5280 4.1.1.2). */
export type AlgorithmIdentifier = {
  readonly oid: string;
  readonly parameters: Element | undefined;
};

/** What identifies a public key, by its kind; `raw` where it is plain octets, `unknown` where it can't be read. */
export type KeyMaterial =
  | { readonly kind: 'rsa'; readonly modulus: bigint; readonly exponent: bigint }
  | { readonly kind: 'dsa'; readonly parameters: DsaParameters | null; readonly y: bigint }
  | { readonly kind: 'ec'; readonly curve: Curve; readonly point: Uint8Array }
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }
  | { readonly kind: 'unknown' };

export type DsaParameters = { readonly p: bigint; readonly q: bigint; readonly g: bigint };

/** A SubjectPublicKeyInfo (RFC 5280 4.1.2.7). */
export type PublicKey = {
  readonly raw: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  readonly bits: number | null;
  readonly material: KeyMaterial;
};

/** Reads an AlgorithmIdentifier. Throws `malformed` with `place`. */
export function readAlgorithm(element: Element | undefined, place: string): AlgorithmIdentifier {
  const [oid, parameters] = sequenceOf(element, place);
  return { oid: oidOf(oid, place), parameters };
}

/**
 * Reads a SubjectPublicKeyInfo. What is no SubjectPublicKeyInfo throws `malformed`; a key inside it that does not
 * follow its algorithm's RFC is `unknown`, since the certificate can be shown without it.
 */
export function readPublicKey(element: Element | undefined): PublicKey {
  const [algorithmElement, keyElement] = sequenceOf(element, 'subjectPublicKeyInfo');
  const algorithm = readAlgorithm(algorithmElement, 'subjectPublicKeyInfo');
  const { bytes } = bitStringOf(keyElement, 'subjectPublicKeyInfo');
  const material = readMaterial(algorithm, bytes);
  return {
    raw: element?.raw ?? new Uint8Array(),
    algorithm,
    bits: bitsOf(material),
    material,
  };
}

function readMaterial(algorithm: AlgorithmIdentifier, bytes: Uint8Array): KeyMaterial {
  try {
    switch (keyAlgorithms[algorithm.oid]?.form) {
      case 'rsa':
        return readRsa(bytes);
      case 'dsa':
        return {
          kind: 'dsa',
          parameters: readDsaParameters(algorithm.parameters),
          y: integerOf(readElement(bytes), 'DSAPublicKey'),
        };
      case 'ec':
        return { kind: 'ec', curve: readCurve(algorithm.parameters), point: bytes };
      default:
        return { kind: 'raw', bytes };
    }
  } catch (error) {
    if (error instanceof Pkcs12Error) return { kind: 'unknown' };
    throw error;
  }
}

/** RFC 8017 A.1.1 */
function readRsa(bytes: Uint8Array): KeyMaterial {
  const [modulus, exponent] = sequenceOf(readElement(bytes), 'RSAPublicKey').map((part) =>
    integerOf(part, 'RSAPublicKey'),
  );
  if (modulus === undefined || exponent === undefined || modulus <= 0n || exponent <= 0n) {
    throw malformed('RSAPublicKey');
  }
  return { kind: 'rsa', modulus, exponent };
}

/** RFC 3279 2.3.2; null where they are inherited from the issuer. Throws `malformed`. */
export function readDsaParameters(element: Element | undefined): DsaParameters | null {
  if (element === undefined || isUniversal(element, tags.null)) return null;
  const [p, q, g] = sequenceOf(element, 'Dss-Parms').map((part) => integerOf(part, 'Dss-Parms'));
  if (p === undefined || q === undefined || g === undefined || p <= 2n || q <= 0n || g <= 0n) {
    throw malformed('Dss-Parms');
  }
  return { p, q, g };
}

function bitsOf(material: KeyMaterial): number | null {
  switch (material.kind) {
    case 'rsa':
      return bitLength(material.modulus);
    case 'dsa':
      return material.parameters === null ? null : bitLength(material.parameters.p);
    case 'ec':
      return material.curve.bits;
    default:
      return null;
  }
}

/**
 * A public key as text that is the same for the same key, in whatever form it is written (compressed points,
 * written-out curve parameters, RSA or RSA-PSS); null where the key could not be read.
 */
export function keyIdentity(oid: string, material: KeyMaterial): string | null {
  switch (material.kind) {
    case 'rsa':
      return `rsa ${digits(material.modulus)} ${digits(material.exponent)}`;
    case 'dsa':
      return `dsa ${digits(material.y)}`;
    case 'ec':
      return `ec ${pointIdentity(material.point)}`;
    case 'raw':
      return `${oid} ${hexOf(material.bytes)}`;
    default:
      return null;
  }
}

/** Hexadecimal: decimal digits of a number that fills a file would take minutes. */
function digits(number: bigint): string {
  return number.toString(16);
}
