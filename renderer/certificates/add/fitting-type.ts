import type { CertificateType } from '../../../preload/contract/certificates.ts';
import type { Check, InspectedCertificate, Purpose } from '../../../preload/contract/inspection.ts';
import { opensMail, signsMail } from '../../file-look/uses.ts';

/** What main has to check a file for when it is to become a certificate of this type. */
export function purposeOf(type: CertificateType | null): Purpose {
  return type?.purpose === 'signing' || type?.purpose === 'encryption' ? type.purpose : 'look';
}

/**
 * The type that a certificate fits where the chosen one does not: the other of the two mail types, if the portal
 * offers it and the certificate may be used so. Null for every other check.
 */
export function fittingType(
  check: Pick<Check, 'id' | 'level'>,
  certificate: InspectedCertificate | null,
  types: readonly CertificateType[],
): CertificateType | null {
  if (certificate === null || check.level !== 'error') return null;
  if (check.id === 'encryption-use' && signsMail(certificate)) return typeFor('signing', types);
  if (check.id === 'signing-use' && opensMail(certificate)) return typeFor('encryption', types);
  return null;
}

function typeFor(
  purpose: CertificateType['purpose'],
  types: readonly CertificateType[],
): CertificateType | null {
  return types.find((type) => type.purpose === purpose) ?? null;
}
