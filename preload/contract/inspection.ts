import { z } from 'zod';
import { byteCount, epochMs, hex, line, paragraph } from './text.ts';

/** What the file is looked at for. `look` runs no check that depends on a use. */
export const purpose = z.enum(['signing', 'encryption', 'look']);
export type Purpose = z.infer<typeof purpose>;

/** What a file turned out to be, by its content and never by its name. */
export const fileFormat = z.enum([
  'pkcs12',
  'pem',
  'der-certificate',
  'pkcs7',
  'pkcs8',
  'private-key',
  'certificate-request',
  'crl',
  'base64',
  'jks',
  'bks',
  'zip',
  'html',
  'pdf',
  'text',
  'empty',
  'unknown',
]);
export type FileFormat = z.infer<typeof fileFormat>;

/** Why a file did not open. One sentence each in the page; `wrong-password` only when it is. */
export const inspectionFailureKind = z.enum([
  'empty',
  'too-large',
  'not-pkcs12',
  'malformed',
  'truncated',
  'nesting-too-deep',
  'password-required',
  'wrong-password',
  'mac-invalid',
  'decryption-failed',
  'iterations-too-high',
  'unsupported-algorithm',
  'unsupported-key-algorithm',
  'unsupported-encryption',
  'unsupported-integrity-mode',
  'unsupported-version',
  'timeout',
  'cancelled',
  'crashed',
]);
export type InspectionFailureKind = z.infer<typeof inspectionFailureKind>;

export const distinguishedName = z.strictObject({
  /** RFC 4514 text, most specific first, as `openssl x509 -nameopt RFC2253,utf8` orders it. */
  text: paragraph,
  commonName: line.nullable(),
  organization: line.nullable(),
});

export const publicKey = z.strictObject({
  /** `RSA`, `RSA-PSS`, `EC`, `Ed25519`, `Ed448`, `X25519`, `X448`, `DSA`, `ML-DSA-65`, ... or a dotted OID. */
  algorithm: line,
  bits: z.number().int().positive().nullable(),
  curve: line.nullable(),
  /** SHA-256 of the SubjectPublicKeyInfo. The bitting is cut from it. */
  fingerprint: hex,
});

export const inspectedCertificate = z.strictObject({
  /** Place in the file, from 0; what `chain`, `issuedBy` and `fits` refer to. */
  index: z.number().int().nonnegative(),
  subject: distinguishedName,
  issuer: distinguishedName,
  serial: hex,
  notBefore: epochMs,
  notAfter: epochMs,
  emails: z.array(line).max(256),
  /** As openssl prints them: `email:a@b`, `DNS:host`. */
  subjectAlternativeNames: z.array(line).max(1024),
  /** RFC 5280 4.2.1.3 names, `digitalSignature`; null where the extension is absent. */
  keyUsage: z.array(line).max(16).nullable(),
  /** RFC 5280 4.2.1.12 names, `emailProtection`, else the OID; null where the extension is absent. */
  extendedKeyUsage: z.array(line).max(128).nullable(),
  /** Certificate policy OIDs. */
  policies: z.array(line).max(128),
  isCa: z.boolean(),
  pathLength: z.number().int().nonnegative().nullable(),
  publicKey,
  signatureAlgorithm: line,
  fingerprints: z.strictObject({ sha256: hex, sha1: hex }),
  subjectKeyId: hex.nullable(),
  authorityKeyId: hex.nullable(),
  crlUrls: z.array(line).max(64),
  ocspUrls: z.array(line).max(64),
  issuerUrls: z.array(line).max(64),
  friendlyName: line.nullable(),
  localKeyId: hex.nullable(),
  selfSigned: z.boolean(),
  /** Index of the certificate in this file that signed it (verified), null when it is not here. */
  issuedBy: z.number().int().nonnegative().nullable(),
});
export type InspectedCertificate = z.infer<typeof inspectedCertificate>;

export const inspectedKey = z.strictObject({
  algorithm: line,
  bits: z.number().int().positive().nullable(),
  curve: line.nullable(),
  friendlyName: line.nullable(),
  localKeyId: hex.nullable(),
  /** Certificates whose SubjectPublicKeyInfo is this key's; null when the curve is unknown and it was not checked. */
  fits: z.array(z.number().int().nonnegative()).max(1024).nullable(),
});
export type InspectedKey = z.infer<typeof inspectedKey>;

/** How one part of the container is protected. */
export const encryptionLayer = z.strictObject({
  part: z.enum(['certificates', 'key', 'other']),
  /** `PBES2 AES-256-CBC`, `pbeWithSHA1And40BitRC2-CBC`, or `none`. */
  algorithm: line,
  /** `PBKDF2-HMAC-SHA-256`, `PKCS12KDF-SHA-1`, `scrypt`; null where there is none. */
  kdf: line.nullable(),
  iterations: z.number().int().nonnegative().nullable(),
});

export const checkLevel = z.enum(['error', 'warning', 'info', 'passed']);

export const check = z.strictObject({
  /** Stable kebab-case name of the rule; the words are found by it. */
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/u)
    .max(64),
  level: checkLevel,
  /** Which of the rule's sentences applies, where it has several; kebab-case. */
  variant: z
    .string()
    .regex(/^[a-z0-9-]*$/u)
    .max(64),
  /** The fact found, language-neutral: `RSA 1024`, `keyEncipherment`. */
  found: paragraph,
  /** Values for the placeholders of the sentences; dates as epoch ms. */
  params: z.record(z.string().max(32), z.union([line, z.number()])),
  /** `RFC 8550 4.4.2` */
  source: line,
});
export type Check = z.infer<typeof check>;

export const inspection = z.strictObject({
  format: fileFormat,
  size: byteCount,
  certificates: z.array(inspectedCertificate).max(1024),
  keys: z.array(inspectedKey).max(256),
  /** Indices from the person's certificate to the last issuer that the file holds. */
  chain: z.array(z.number().int().nonnegative()).max(64),
  protection: z.strictObject({
    mac: z
      .strictObject({ algorithm: line, kdf: line, iterations: z.number().int().nonnegative() })
      .nullable(),
    layers: z.array(encryptionLayer).max(512),
    /** How the password was needed: none at all, the empty one, or the one given. */
    password: z.enum(['none', 'empty', 'given']),
  }),
  /** Bags that are neither key nor certificate: `secret`, `crl`, or an OID. */
  otherBags: z.array(line).max(512),
  checks: z.array(check).max(128),
});
export type Inspection = z.infer<typeof inspection>;

export const inspectionFailure = z.strictObject({
  kind: inspectionFailureKind,
  /** What the file is instead, for `not-pkcs12`. */
  format: fileFormat,
  /** The algorithm, limit or place that the sentence names: `Camellia-256-CBC`, `2147483647`. */
  detail: line.nullable(),
});
export type InspectionFailure = z.infer<typeof inspectionFailure>;

export const inspectionResult = z.discriminatedUnion('opened', [
  z.strictObject({ opened: z.literal(true), inspection }),
  z.strictObject({ opened: z.literal(false), failure: inspectionFailure }),
]);
export type InspectionResult = z.infer<typeof inspectionResult>;
