import { countOf, isUniversal, octetsOf, oidOf, sequenceOf, tags } from './asn1/values.ts';
import { digestLabel, hmacByOid, sha1Digest } from './digests.ts';
import { Pkcs12Error, malformed } from './errors.ts';
import { checkIterations } from './limits.ts';
import type { Digest } from './digests.ts';
import type { Element } from './asn1/read.ts';
import type { Limits } from './limits.ts';

export type Pbkdf2Parameters = {
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** In bytes; null where the file leaves it to the cipher. */
  readonly keyLength: number | null;
  readonly prf: Digest;
};

/**
 * PBKDF2-params (RFC 8018 A.2). Throws `malformed`, `iterations-too-high`, or `unsupported-algorithm` for an
 * unknown pseudorandom function. The key length is not judged here: PBMAC1 has its own rule.
 */
export function pbkdf2ParametersOf(
  parameters: Element | undefined,
  limits: Limits,
): Pbkdf2Parameters {
  const place = 'PBKDF2-params';
  const [saltElement, count, ...rest] = sequenceOf(parameters, place);
  if (!isUniversal(saltElement, tags.octetString)) throw malformed(place);
  const iterations = countOf(count, place);
  checkIterations(iterations, limits);
  const length = rest.find((element) => isUniversal(element, tags.integer));
  const algorithm = rest.find((element) => isUniversal(element, tags.sequence));
  return {
    salt: octetsOf(saltElement),
    iterations,
    keyLength: length === undefined ? null : countOf(length, place),
    prf: algorithm === undefined ? sha1Digest : hmacOf(algorithm),
  };
}

/** The digest of an HMAC's AlgorithmIdentifier. Throws `malformed` or `unsupported-algorithm`. */
export function hmacOf(algorithm: Element | undefined): Digest {
  const oid = oidOf(sequenceOf(algorithm, 'HMAC')[0]);
  const digest = hmacByOid(oid);
  if (digest === null) throw new Pkcs12Error('unsupported-algorithm', digestLabel(oid));
  return digest;
}
