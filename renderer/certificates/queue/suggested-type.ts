import type { CertificateType } from '../../../preload/contract/certificates.ts';
import type { Inspection } from '../../../preload/contract/inspection.ts';
import { leadingCertificate } from '../../file-look/chain-steps.ts';
import { opensMail, signsMail } from '../../file-look/uses.ts';

/**
 * The type that a file is for, as far as what is inside tells: the only one that there is, or the one type for the
 * one thing that the certificate does with mail. Null where that leaves a choice to the person.
 */
export function suggestedType(
  inspection: Inspection,
  types: readonly CertificateType[],
): CertificateType | null {
  if (types.length === 1) return types[0] ?? null;
  const certificate = leadingCertificate(inspection);
  if (certificate === null) return null;
  const signs = signsMail(certificate);
  if (signs === opensMail(certificate)) return null;
  const fitting = types.filter(({ purpose }) => purpose === (signs ? 'signing' : 'encryption'));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
