import { countOf, isUniversal, octetsOf, oidOf, sequenceOf, tags } from './asn1/values.ts';
import { digestByOid, digestLabel } from './digests.ts';
import { Pkcs12Error, malformed } from './errors.ts';
import { authenticate } from './kdf/authenticate.ts';
import { pbkdf2 } from './kdf/pbkdf2.ts';
import { kdfPurpose, pkcs12Kdf } from './kdf/pkcs12-kdf.ts';
import { checkIterations } from './limits.ts';
import { schemes } from './oids.ts';
import { hmacOf, pbkdf2ParametersOf } from './pbkdf2-parameters.ts';
import type { Element } from './asn1/read.ts';
import type { Limits } from './limits.ts';
import type { MacFacts } from './types.ts';

/** The MAC of a file, read and within the limits, ready to be tried with a password. */
export type Mac = {
  readonly facts: MacFacts;
  readonly takes: 'bmp' | 'text';
  readonly cost: number;
  /** Whether `password` gives the MAC that the file states over `content`. */
  readonly verify: (
    password: Uint8Array,
    content: Uint8Array,
    acceleration: boolean,
  ) => Promise<boolean>;
};

/**
 * MacData (RFC 7292 4) in its classic form or as PBMAC1 (RFC 9579). Throws `malformed`, `mac-invalid` where no
 * password could verify it, `unsupported-algorithm` with the digest's name, `iterations-too-high`.
 */
export function macOf(macData: Element, limits: Limits): Mac {
  const [digestInfo, saltElement, count] = sequenceOf(macData, 'MacData');
  const [algorithm, stated] = sequenceOf(digestInfo, 'MacData');
  if (!isUniversal(stated, tags.octetString) || !isUniversal(saltElement, tags.octetString)) {
    throw malformed('MacData');
  }
  const [identifier, parameters] = sequenceOf(algorithm, 'MacData');
  const oid = oidOf(identifier);
  const expected = octetsOf(stated);
  if (oid === schemes.pbmac1) return pbmac1Of(parameters, expected, limits);
  const digest = digestByOid(oid);
  if (digest === null) throw new Pkcs12Error('unsupported-algorithm', digestLabel(oid));
  const salt = octetsOf(saltElement);
  const iterations = count === undefined ? 1 : countOf(count, 'MacData');
  checkIterations(iterations, limits);
  const length = digest.hash.outputLen;
  checkLength(expected, length);
  return {
    facts: {
      algorithm: `HMAC-${digest.name}`,
      kdf: `PKCS12KDF-${digest.name}`,
      iterations,
      opensslName: digest.opensslName,
    },
    takes: 'bmp',
    cost: iterations,
    verify: async (password, content, acceleration) => {
      const purpose = kdfPurpose.mac;
      const key = pkcs12Kdf({ digest, password, salt, iterations, purpose, length });
      return sameMac(authenticate(digest, key, content, acceleration), expected);
    },
  };
}

function pbmac1Of(parameters: Element | undefined, expected: Uint8Array, limits: Limits): Mac {
  const [derivation, scheme] = sequenceOf(parameters, 'PBMAC1-params');
  const [kdfId, kdfParameters] = sequenceOf(derivation, 'PBMAC1-params');
  const kdf = oidOf(kdfId);
  if (kdf !== schemes.pbkdf2) throw new Pkcs12Error('unsupported-algorithm', kdf);
  const { salt, iterations, keyLength, prf } = pbkdf2ParametersOf(kdfParameters, limits);
  const digest = hmacOf(scheme);
  // RFC 9579 4 wants the length stated; OpenSSL takes 20 to 64, and a shorter key lets a forged MAC through.
  if (keyLength === null || keyLength < 20 || keyLength > 64) {
    throw new Pkcs12Error('mac-invalid', 'PBMAC1 keyLength');
  }
  checkLength(expected, digest.hash.outputLen);
  return {
    facts: {
      algorithm: `PBMAC1 HMAC-${digest.name}`,
      kdf: `PBKDF2-HMAC-${prf.name}`,
      iterations,
      opensslName: 'PBMAC1',
    },
    takes: 'text',
    cost: iterations,
    verify: async (password, content, acceleration) => {
      const length = keyLength;
      const key = await pbkdf2({ digest: prf, password, salt, iterations, length, acceleration });
      return sameMac(authenticate(digest, key, content, acceleration), expected);
    },
  };
}

/** A shortened MAC is refused: with few enough bytes any password fits. */
function checkLength(expected: Uint8Array, length: number): void {
  if (expected.length !== length) throw new Pkcs12Error('mac-invalid', 'MAC length');
}

/** In the same time wherever the first difference is. */
function sameMac(computed: Uint8Array, expected: Uint8Array): boolean {
  let difference = computed.length ^ expected.length;
  for (const [index, byte] of computed.entries()) difference |= byte ^ (expected[index] ?? 0);
  return difference === 0;
}
