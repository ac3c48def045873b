import { readElement } from '../asn1/read.ts';
import {
  bitStringOf,
  explicitOf,
  expectUniversal,
  integerOf,
  isContext,
  isUniversal,
  octetsOf,
  sequenceOf,
  tags,
} from '../asn1/values.ts';
import { Pkcs12Error, malformed } from '../errors.ts';
import { bitLength, numberOf, powerModulo } from './arithmetic.ts';
import { readCurve } from './curve.ts';
import { derivePoint } from './curve-points.ts';
import { edwardsPublicKey } from './edwards.ts';
import { keyAlgorithms } from './key-algorithms.ts';
import { publicPartOf } from './post-quantum.ts';
import { readAlgorithm, readDsaParameters } from './public-key.ts';
import { readInner } from './read-inner.ts';
import { isTooLarge } from './verify-dsa.ts';
import type { AlgorithmIdentifier, KeyMaterial } from './public-key.ts';

/** What is known of a private key: never the secret itself. */
export type PrivateKey = {
  readonly algorithm: AlgorithmIdentifier;
  readonly bits: number | null;
  /** openssl's name of the curve; null without a curve, or where its parameters are written out. */
  readonly curve: string | null;
  /** The same, and also a well-known curve that is written out. */
  readonly shownCurve: string | null;
  /** The public half, `unknown` where it can't be computed here. */
  readonly publicHalf: KeyMaterial;
};

/** Real ones have some kilobytes. */
const largest = 1_048_576;

/**
 * Reads a PKCS#8 PrivateKeyInfo or OneAsymmetricKey (RFC 5208, 5958) and computes the public half. Throws
 * `too-large` past 1 MiB, and `malformed`.
 */
export function readPrivateKey(pkcs8: Uint8Array): PrivateKey {
  if (pkcs8.length > largest) throw new Pkcs12Error('too-large', 'privateKeyInfo');
  const [, algorithmElement, octets] = sequenceOf(
    readInner(pkcs8, 'privateKeyInfo'),
    'privateKeyInfo',
  );
  const algorithm = readAlgorithm(algorithmElement, 'privateKeyInfo');
  const secret = octetsOf(expectUniversal(octets, tags.octetString, 'privateKeyInfo'));
  switch (keyAlgorithms[algorithm.oid]?.form) {
    case 'rsa':
      return readRsa(algorithm, secret);
    case 'dsa':
      return readDsa(algorithm, secret);
    case 'ec':
      return readEc(algorithm, secret);
    default:
      return withoutCurve(algorithm, null, readPlain(algorithm.oid, secret));
  }
}

function withoutCurve(
  algorithm: AlgorithmIdentifier,
  bits: number | null,
  publicHalf: KeyMaterial,
): PrivateKey {
  return { algorithm, bits, curve: null, shownCurve: null, publicHalf };
}

/** RFC 8017 A.1.2 */
function readRsa(algorithm: AlgorithmIdentifier, secret: Uint8Array): PrivateKey {
  const [, n, e] = sequenceOf(readInner(secret, 'RSAPrivateKey'), 'RSAPrivateKey');
  const modulus = integerOf(n, 'RSAPrivateKey');
  const exponent = integerOf(e, 'RSAPrivateKey');
  if (modulus <= 0n || exponent <= 0n) throw malformed('RSAPrivateKey');
  return withoutCurve(algorithm, bitLength(modulus), { kind: 'rsa', modulus, exponent });
}

/** RFC 3279 2.3.2: the secret is the number x alone, y is computed. */
function readDsa(algorithm: AlgorithmIdentifier, secret: Uint8Array): PrivateKey {
  const parameters = readDsaParameters(algorithm.parameters);
  const x = integerOf(readInner(secret, 'DSAPrivateKey'), 'DSAPrivateKey');
  if (parameters === null) return withoutCurve(algorithm, null, { kind: 'unknown' });
  const { p, q, g } = parameters;
  const bits = bitLength(p);
  if (x <= 0n || x >= q || isTooLarge(parameters)) {
    return withoutCurve(algorithm, bits, { kind: 'unknown' });
  }
  return withoutCurve(algorithm, bits, { kind: 'dsa', parameters, y: powerModulo(g, x, p) });
}

/** RFC 5915 3 */
function readEc(algorithm: AlgorithmIdentifier, secret: Uint8Array): PrivateKey {
  const [, octets, ...optional] = sequenceOf(readInner(secret, 'ECPrivateKey'), 'ECPrivateKey');
  const inner = optional.find((part) => isContext(part, 0));
  const outer = algorithm.parameters;
  const parameters =
    outer === undefined || isUniversal(outer, tags.null)
      ? explicitOf(inner, 0, 'ECPrivateKey')
      : outer;
  const curve = readCurve(parameters);
  const written = optional.find((part) => isContext(part, 1));
  const point =
    written === undefined
      ? derivePoint(
          curve,
          numberOf(octetsOf(expectUniversal(octets, tags.octetString, 'ECPrivateKey'))),
        )
      : bitStringOf(explicitOf(written, 1, 'ECPrivateKey')).bytes;
  return {
    algorithm,
    bits: curve.bits,
    curve: curve.name,
    shownCurve: curve.shownName,
    publicHalf: point === null ? { kind: 'unknown' } : { kind: 'ec', curve, point },
  };
}

/** RFC 8410 7 and the post-quantum algorithms: the secret is octets, sometimes in an OCTET STRING of their own. */
function readPlain(oid: string, secret: Uint8Array): KeyMaterial {
  const bytes = edwardsPublicKey(oid, unwrapped(secret)) ?? publicPartOf(oid, secret);
  return bytes === null ? { kind: 'unknown' } : { kind: 'raw', bytes };
}

function unwrapped(secret: Uint8Array): Uint8Array {
  try {
    const element = readElement(secret);
    return isUniversal(element, tags.octetString) ? octetsOf(element) : secret;
  } catch (error) {
    if (error instanceof Pkcs12Error) return secret;
    throw error;
  }
}
