import { publicKeyName, signatureName } from '../oids.ts';
import { hexOf, isUniversal, tags } from '../asn1/values.ts';
import { textOf } from '../asn1/text.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { readCertificate } from '../x509/certificate.ts';
import { alternativeEmails, nameAttributes } from '../x509/describe.ts';
import { extensionTypes } from '../x509/extensions.ts';
import { isoTime } from '../x509/iso-time.ts';
import { opensslKeyPurposeName } from '../x509/key-purposes.ts';
import { nameText } from '../x509/name.ts';
import type { KeyUsage } from '../x509/extensions.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { CertificateBag } from '../types.ts';

/** A certificate with the names and spellings of `openssl x509 -text`, so that the two can be compared. */
export type OpensslCertificate = {
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal, `-` before a negative one. */
  readonly serial: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly sha256: string;
  readonly sigAlg: string;
  readonly pubKeyAlg: string;
  readonly pubKeyBits: number | null;
  readonly curve: string | null;
  readonly keyUsage: readonly string[] | null;
  readonly extKeyUsage: readonly string[] | null;
  readonly san: string | null;
  readonly emails: readonly string[];
  /** Null where basicConstraints is absent. */
  readonly ca: boolean | null;
  readonly friendlyName: string | null;
  readonly localKeyId: string | null;
};

const keyUsages: Readonly<Record<KeyUsage, string>> = {
  digitalSignature: 'Digital Signature',
  nonRepudiation: 'Non Repudiation',
  keyEncipherment: 'Key Encipherment',
  dataEncipherment: 'Data Encipherment',
  keyAgreement: 'Key Agreement',
  keyCertSign: 'Certificate Sign',
  cRLSign: 'CRL Sign',
  encipherOnly: 'Encipher Only',
  decipherOnly: 'Decipher Only',
};

/** The fields of one certificate as openssl prints them, nothing escaped or cut. Throws `malformed`. */
export function opensslFields(bag: CertificateBag): OpensslCertificate {
  const certificate = readCertificate(bag.der);
  const { extensions, publicKey } = certificate;
  const { material } = publicKey;
  return {
    subject: nameText(certificate.subject),
    issuer: nameText(certificate.issuer),
    serial: serialText(certificate.serial),
    notBefore: isoTime(certificate.notBefore),
    notAfter: isoTime(certificate.notAfter),
    sha256: hexOf(sha256(bag.der)),
    sigAlg: signatureName(certificate.signatureAlgorithm.oid),
    pubKeyAlg: publicKeyName(publicKey.algorithm.oid),
    pubKeyBits: publicKey.bits,
    curve: material.kind === 'ec' ? material.curve.name : null,
    keyUsage: extensions.keyUsage?.map((usage) => keyUsages[usage]) ?? null,
    extKeyUsage: extensions.extendedKeyUsage?.map(opensslKeyPurposeName) ?? null,
    san: alternativeNamesText(certificate),
    emails: sortedEmails(certificate),
    ca: extensions.basicConstraints?.ca ?? null,
    friendlyName: bag.friendlyName,
    localKeyId: bag.localKeyId,
  };
}

function serialText(serial: bigint): string {
  const digits = (serial < 0n ? -serial : serial).toString(16);
  return `${serial < 0n ? '-' : ''}${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}

/**
 * An extension that OpenSSL can't read, or in which a text holds a zero, is printed as its octets, a dot for each
 * that is not printable ASCII.
 */
function alternativeNamesText({ extensions }: Certificate): string | null {
  const text = extensions.subjectAltName?.map((name) => name.text).join(', ');
  if (text !== undefined && !text.includes('\0')) return text;
  const raw = extensions.all.find(({ oid }) => oid === extensionTypes.subjectAltName);
  if (raw === undefined) return null;
  const octets = Buffer.from(raw.value)
    .toString('latin1')
    .replace(/[^ -~\r\n]/gu, '.');
  return octets.split(/[\r\n]/u)[0]?.trim() ?? '';
}

/**
 * The addresses and the order of `openssl x509 -email`: IA5String alone, subject before alternative names, and
 * every search for a duplicate sorts what has been found so far.
 */
function sortedEmails(certificate: Certificate): string[] {
  const found: string[] = [];
  const subject = certificate.subject.attributes
    .filter(
      ({ type, value }) =>
        type === nameAttributes.emailAddress && isUniversal(value, tags.ia5String),
    )
    .map(({ value }) => textOf(value));
  for (const address of [...subject, ...alternativeEmails(certificate, ['email'])]) {
    if (address.length === 0 || address.includes('\0')) continue;
    found.sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
    if (!found.includes(address)) found.push(address);
  }
  return found;
}
