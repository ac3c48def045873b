import { timeOf } from '../asn1/text.ts';
import {
  bitStringOf,
  expectUniversal,
  integerOf,
  isContext,
  sequenceOf,
  tags,
} from '../asn1/values.ts';
import { Pkcs12Error } from '../errors.ts';
import { readExtensions } from './extensions.ts';
import { readName } from './name.ts';
import { readInner } from './read-inner.ts';
import { readAlgorithm, readPublicKey } from './public-key.ts';
import type { Extensions } from './extensions.ts';
import type { Name } from './name.ts';
import type { AlgorithmIdentifier, PublicKey } from './public-key.ts';

/** An X.509 certificate, taken apart (RFC 5280 4.1). Byte strings are views into the DER. */
export type Certificate = {
  readonly der: Uint8Array;
  /** What is signed. */
  readonly tbs: Uint8Array;
  readonly serial: bigint;
  /** The content octets of the serial number. */
  readonly serialOctets: Uint8Array;
  readonly issuer: Name;
  readonly subject: Name;
  /** Epoch ms. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: PublicKey;
  readonly extensions: Extensions;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
};

/** Real ones have some kilobytes; hashing and computing with numbers of megabytes would only burn time. */
const largest = 1_048_576;

const alreadyRead = new WeakMap<Uint8Array, Certificate>();

/**
 * Reads a certificate from its DER (BER is read too). The result for the same array is kept as long as the
 * array lives. Throws `too-large` past 1 MiB, `malformed`, or `nesting-too-deep`.
 */
export function readCertificate(der: Uint8Array): Certificate {
  const known = alreadyRead.get(der);
  if (known !== undefined) return known;
  const certificate = parse(der);
  alreadyRead.set(der, certificate);
  return certificate;
}

function parse(der: Uint8Array): Certificate {
  if (der.length > largest) throw new Pkcs12Error('too-large', 'certificate');
  const [tbs, algorithm, signature] = sequenceOf(readInner(der, 'certificate'), 'certificate');
  const parts = [...sequenceOf(tbs, 'certificate')];
  // [0] version is optional, and says nothing that the rest does not show.
  if (isContext(parts[0], 0)) parts.shift();
  const [serial, , issuer, validity, subject, publicKey, ...optional] = parts;
  const [notBefore, notAfter] = sequenceOf(validity, 'validity');
  return {
    der,
    tbs: tbs?.raw ?? new Uint8Array(),
    serial: integerOf(serial, 'serialNumber'),
    serialOctets: expectUniversal(serial, tags.integer, 'serialNumber').content,
    issuer: readName(issuer, 'issuer'),
    subject: readName(subject, 'subject'),
    notBefore: timeOf(notBefore, 'notBefore'),
    notAfter: timeOf(notAfter, 'notAfter'),
    publicKey: readPublicKey(publicKey),
    extensions: readExtensions(optional.find((part) => isContext(part, 3))),
    signatureAlgorithm: readAlgorithm(algorithm, 'signatureAlgorithm'),
    signature: bitStringOf(signature, 'signature').bytes,
  };
}
