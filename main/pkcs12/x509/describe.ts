import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf } from '../asn1/values.ts';
import { signatureName } from '../oids.ts';
import { readCertificate } from './certificate.ts';
import { keyAlgorithmName } from './key-algorithms.ts';
import { keyPurposeName } from './key-purposes.ts';
import { nameText, valuesOf } from './name.ts';
import { signs } from './signature.ts';
import { cutText, longestLine, visibleText } from './visible-text.ts';
import type { InspectedCertificate, InspectedKey } from '../../../preload/contract/inspection.ts';
import type { CertificateBag } from '../types.ts';
import type { Certificate } from './certificate.ts';
import type { GeneralName } from './general-name.ts';
import type { Name } from './name.ts';
import type { PublicKey } from './public-key.ts';

/** Attribute types that are read by name. */
export const nameAttributes = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  emailAddress: '1.2.840.113549.1.9.1',
} as const;

const longestParagraph = 4096;

/**
 * Describes one certificate for a person. Texts that could mislead are escaped and cut to what the contract
 * allows. `issuedBy` is null: the chain fills it in. Throws `malformed` where it is no certificate.
 */
export function describeCertificate(
  bag: CertificateBag,
  index: number,
  { acceleration = false }: { readonly acceleration?: boolean } = {},
): InspectedCertificate {
  const certificate = readCertificate(bag.der);
  const { extensions } = certificate;
  return {
    index,
    subject: describeName(certificate.subject),
    issuer: describeName(certificate.issuer),
    serial: hexOf(unpadded(certificate.serialOctets)).slice(0, 16_384),
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    emails: lines(emailsOf(certificate), 256),
    subjectAlternativeNames: lines(
      (extensions.subjectAltName ?? []).map((name) => name.text),
      1024,
    ),
    keyUsage: extensions.keyUsage === null ? null : [...extensions.keyUsage],
    extendedKeyUsage:
      extensions.extendedKeyUsage === null
        ? null
        : lines(extensions.extendedKeyUsage.map(keyPurposeName), 128),
    policies: lines(extensions.policies, 128),
    isCa: extensions.basicConstraints?.ca ?? false,
    pathLength: extensions.basicConstraints?.pathLength ?? null,
    publicKey: {
      ...describePublicKey(certificate.publicKey),
      fingerprint: hexOf(sha256(certificate.publicKey.raw)),
    },
    signatureAlgorithm: cutText(signatureName(certificate.signatureAlgorithm.oid), longestLine),
    fingerprints: { sha256: hexOf(sha256(bag.der)), sha1: hexOf(sha1(bag.der)) },
    subjectKeyId: shortHex(extensions.subjectKeyId),
    authorityKeyId: shortHex(extensions.authorityKeyId),
    crlUrls: lines(extensions.crlUrls, 64),
    ocspUrls: lines(extensions.ocspUrls, 64),
    issuerUrls: lines(extensions.issuerUrls, 64),
    friendlyName: bag.friendlyName === null ? null : visibleText(bag.friendlyName),
    localKeyId: shortHex(bag.localKeyId),
    selfSigned: signs(certificate, certificate, acceleration) !== 'no',
    issuedBy: null,
  };
}

/** Algorithm, size and curve of a key as they are shown. */
export function describePublicKey(
  key: PublicKey,
): Pick<InspectedKey, 'algorithm' | 'bits' | 'curve'> {
  const curve = key.material.kind === 'ec' ? key.material.curve.shownName : null;
  return {
    algorithm: cutText(keyAlgorithmName(key.algorithm.oid), longestLine),
    bits: key.bits,
    curve: curve === null ? null : cutText(curve, longestLine),
  };
}

/**
 * The e-mail addresses that a certificate is for (RFC 8550 3): rfc822Name and SmtpUTF8Mailbox of the
 * subjectAltName, then emailAddress of the subject, each once, as they are written.
 */
export function emailsOf(certificate: Certificate): string[] {
  return [...new Set([...alternativeEmails(certificate), ...subjectEmails(certificate)])];
}

/** The addresses of the subjectAltName alone; `kinds` says in which forms. */
export function alternativeEmails(
  certificate: Certificate,
  kinds: readonly GeneralName['kind'][] = ['email', 'smtp-utf8-mailbox'],
): string[] {
  return (certificate.extensions.subjectAltName ?? [])
    .filter((name) => kinds.includes(name.kind))
    .map((name) => name.value)
    .filter((address) => address.length > 0);
}

/** The addresses of the subject alone. */
export function subjectEmails(certificate: Certificate): string[] {
  return valuesOf(certificate.subject, nameAttributes.emailAddress);
}

function describeName(name: Name): InspectedCertificate['subject'] {
  const [commonName] = valuesOf(name, nameAttributes.commonName);
  const [organization] = valuesOf(name, nameAttributes.organization);
  return {
    text: visibleText(nameText(name), longestParagraph),
    commonName: commonName === undefined ? null : visibleText(commonName),
    organization: organization === undefined ? null : visibleText(organization),
  };
}

function lines(texts: readonly string[], limit: number): string[] {
  return texts.slice(0, limit).map((text) => visibleText(text));
}

function shortHex(hex: string | null): string | null {
  return hex === null ? null : hex.slice(0, 16_384);
}

/** Without the zero octet that only keeps a number from being negative. */
function unpadded(octets: Uint8Array): Uint8Array {
  const isPadded = octets.length > 1 && octets[0] === 0 && ((octets[1] ?? 0) & 0x80) !== 0;
  return isPadded ? octets.subarray(1) : octets;
}
