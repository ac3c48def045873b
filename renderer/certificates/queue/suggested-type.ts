import type { Certificate, CertificateType } from '../../../preload/contract/certificates.ts';
import type { Inspection } from '../../../preload/contract/inspection.ts';
import { leadingCertificate } from '../../file-look/chain-steps.ts';
import { opensMail, signsMail } from '../../file-look/uses.ts';

/**
 * The type that a file is for, as far as what is inside tells: the only one that there is, or the one type for the
 * one thing that the certificate does with mail. Of several such types it is the one that has a certificate for the
 * same address already, which this one renews. Null where that leaves a choice to the person.
 */
export function suggestedType(
  inspection: Inspection,
  types: readonly CertificateType[],
  certificates: readonly Pick<Certificate, 'typeId' | 'emails'>[],
): CertificateType | null {
  if (types.length === 1) return types[0] ?? null;
  const certificate = leadingCertificate(inspection);
  if (certificate === null) return null;
  const signs = signsMail(certificate);
  if (signs === opensMail(certificate)) return null;
  const fitting = types.filter(({ purpose }) => purpose === (signs ? 'signing' : 'encryption'));
  if (fitting.length < 2) return fitting[0] ?? null;
  const addresses = new Set(certificate.emails.map((email) => email.toLowerCase()));
  const isRenewed = ({ id }: CertificateType): boolean =>
    certificates.some(
      ({ typeId, emails }) =>
        typeId === id && emails.some((email) => addresses.has(email.toLowerCase())),
    );
  const renewed = fitting.filter(isRenewed);
  return renewed.length === 1 ? (renewed[0] ?? null) : null;
}
