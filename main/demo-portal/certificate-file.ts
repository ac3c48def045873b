import type {
  InspectedCertificate,
  InspectionFailureKind,
  Purpose,
} from '../../preload/contract/inspection.ts';
import { maxFileBytes } from './portal.ts';
import type { Portal } from './portal.ts';
import { refuse, refuseField } from './refusal.ts';
import type { CertificateType } from './schema/certificate.ts';
import type { PortalCode } from './schema/errors.ts';
import type { AccountRecord, CertificateRecord } from './state.ts';

/** What a PKCS#12 file says of the person's certificate. */
export type CertificateContent = Pick<
  CertificateRecord,
  | 'subject'
  | 'subjectEmail'
  | 'issuedBy'
  | 'serialNumber'
  | 'thumbprintSha256'
  | 'keyAlgorithm'
  | 'keySize'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'notBefore'
  | 'expirationDate'
>;

/** When to come back after too many files at once. */
const busySeconds = 5;

const codeOfFailure: Record<InspectionFailureKind, PortalCode> = {
  empty: 'Pkcs12Malformed',
  'too-large': 'FileTooLarge',
  'not-pkcs12': 'Pkcs12Malformed',
  malformed: 'Pkcs12Malformed',
  truncated: 'Pkcs12Malformed',
  'nesting-too-deep': 'Pkcs12Malformed',
  'password-required': 'Pkcs12WrongPassword',
  'wrong-password': 'Pkcs12WrongPassword',
  'mac-invalid': 'Pkcs12Malformed',
  'decryption-failed': 'Pkcs12Malformed',
  'iterations-too-high': 'Pkcs12UnsupportedAlgorithm',
  'unsupported-algorithm': 'Pkcs12UnsupportedAlgorithm',
  'unsupported-key-algorithm': 'Pkcs12UnsupportedAlgorithm',
  'unsupported-encryption': 'Pkcs12UnsupportedAlgorithm',
  'unsupported-integrity-mode': 'Pkcs12UnsupportedAlgorithm',
  'unsupported-version': 'Pkcs12UnsupportedAlgorithm',
  timeout: 'Pkcs12UnsupportedAlgorithm',
  cancelled: 'Pkcs12Malformed',
  crashed: 'Pkcs12Malformed',
};

const purposeOf: Record<CertificateType['purpose'], Purpose> = {
  SIGNING: 'signing',
  ENCRYPTION: 'encryption',
  AUTHENTICATION: 'look',
  OTHER: 'look',
};

type Uses = Pick<CertificateContent, 'keyUsage' | 'extendedKeyUsage'>;

const oneOf = (present: string[], wanted: string[]): boolean =>
  present.length === 0 || wanted.some((name) => present.includes(name));

/** Whether a certificate's key usage and extended key usage suit a type; an absent extension suits all. */
export function suits({ keyUsage, extendedKeyUsage }: Uses, type: CertificateType): boolean {
  const mail = oneOf(extendedKeyUsage, ['emailProtection', 'anyExtendedKeyUsage']);
  const signs = oneOf(keyUsage, ['digitalSignature', 'nonRepudiation', 'contentCommitment']);
  if (type.purpose === 'SIGNING') return mail && signs;
  if (type.purpose === 'ENCRYPTION')
    return mail && oneOf(keyUsage, ['keyEncipherment', 'keyAgreement']);
  if (type.purpose === 'AUTHENTICATION') {
    return signs && oneOf(extendedKeyUsage, ['clientAuth', 'anyExtendedKeyUsage']);
  }
  return true;
}

function describe(certificate: InspectedCertificate): CertificateContent {
  const { subject, issuer, publicKey } = certificate;
  return {
    subject: subject.text,
    subjectEmail: certificate.emails,
    issuedBy: issuer.commonName ?? issuer.text,
    serialNumber: certificate.serial,
    thumbprintSha256: certificate.fingerprints.sha256,
    keyAlgorithm: publicKey.algorithm,
    keySize: publicKey.bits,
    keyUsage: certificate.keyUsage ?? [],
    extendedKeyUsage: certificate.extendedKeyUsage ?? [],
    notBefore: certificate.notBefore,
    expirationDate: certificate.notAfter,
  };
}

/**
 * The rules that a certificate has to meet for a type and an account.
 * @throws Refusal `CertificateExpired` (not for encryption: old mail needs old keys), `CertificateNotYetValid`,
 * `KeyUsageMismatch`, `EmailMismatch` (mail purposes only)
 */
export function demandFitting(
  content: CertificateContent,
  type: CertificateType,
  account: AccountRecord,
  now: number,
): void {
  if (content.expirationDate < now && type.purpose !== 'ENCRYPTION') {
    throw refuseField('CertificateExpired', 'certificate', 'has expired');
  }
  if (content.notBefore > now) {
    throw refuseField('CertificateNotYetValid', 'certificate', 'is not valid yet');
  }
  if (!suits(content, type)) {
    throw refuseField('KeyUsageMismatch', 'certificate', `is not meant for ${type.purpose}`);
  }
  const isForMail = type.purpose === 'SIGNING' || type.purpose === 'ENCRYPTION';
  const own = [account.emailAddress, ...account.mailboxes].map((email) => email.toLowerCase());
  const named = content.subjectEmail.map((email) => email.toLowerCase());
  if (isForMail && named.length > 0 && !named.some((email) => own.includes(email))) {
    throw refuseField('EmailMismatch', 'certificate', 'is for another e-mail address');
  }
}

/**
 * Opens an uploaded PKCS#12 and takes the one certificate that belongs to its one private key.
 * @throws Refusal `FileTooLarge`, every `Pkcs12…` code, and `ServiceUnavailable` when too many files wait already
 */
export async function openFile(
  portal: Portal,
  bytes: Uint8Array<ArrayBuffer>,
  password: string,
  type: CertificateType,
): Promise<CertificateContent> {
  if (bytes.length > maxFileBytes) {
    throw refuse('FileTooLarge', `A file has at most ${maxFileBytes} bytes.`);
  }
  const purpose = purposeOf[type.purpose];
  const now = portal.now();
  const opened = await portal.inspect(bytes, { password, purpose, email: null, now });
  if (!opened.opened) {
    const { kind, detail } = opened.failure;
    // Nothing is known of the file: it has not been looked at, or not to the end.
    if (kind === 'cancelled' || (kind === 'timeout' && detail === 'queue'))
      throw refuse('ServiceUnavailable', 'Too many files at once.', busySeconds);
    if (kind === 'too-large') throw refuse('FileTooLarge', 'The file is too large.');
    const field =
      kind === 'wrong-password' || kind === 'password-required' ? 'password' : 'certificate';
    throw refuseField(codeOfFailure[kind], field, `did not open: ${kind}`);
  }
  const { format, keys, certificates } = opened.inspection;
  if (format !== 'pkcs12') throw refuseField('Pkcs12Malformed', 'certificate', 'is not a PKCS#12');
  const [key] = keys;
  if (key === undefined)
    throw refuseField('Pkcs12NoPrivateKey', 'certificate', 'has no private key');
  if (keys.length > 1) {
    throw refuseField('Pkcs12MultipleKeys', 'certificate', 'has more than one private key');
  }
  const own = certificates.find(({ index }) => key.fits?.includes(index));
  if (own === undefined) {
    throw refuseField('Pkcs12KeyMismatch', 'certificate', 'has no certificate for its key');
  }
  return describe(own);
}
