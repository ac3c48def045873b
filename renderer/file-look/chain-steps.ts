import type { InspectedCertificate, Inspection } from '../../preload/contract/inspection.ts';
import { t } from '../text/text.ts';

/** A file's certificates as a person meets them. */
export type ChainSteps = {
  /** From the person to the last issuer in the file. */
  steps: InspectedCertificate[];
  /** Name of the issuer that would come next and is not in the file; null where the chain is complete. */
  missing: string | null;
  /** Certificates that stand beside the chain. */
  others: InspectedCertificate[];
};

/** Orders the certificates of a file into its chain and the rest. */
export function chainSteps({ certificates, chain }: Inspection): ChainSteps {
  const byIndex = new Map(certificates.map((certificate) => [certificate.index, certificate]));
  const steps = chain.flatMap((index) => byIndex.get(index) ?? []);
  const last = steps.at(-1);
  const isOpen = last !== undefined && !last.selfSigned && last.issuedBy === null;
  return {
    steps,
    missing: isOpen
      ? (last.issuer.commonName ?? last.issuer.organization ?? last.issuer.text)
      : null,
    others: certificates.filter(({ index }) => !chain.includes(index)),
  };
}

/** The certificate that a file is about: the first of its chain, else its first. */
export function leadingCertificate({
  certificates,
  chain,
}: Inspection): InspectedCertificate | null {
  return certificates.find(({ index }) => index === chain[0]) ?? certificates[0] ?? null;
}

/** What a certificate is called: its common name, its first address, its organisation, or its whole subject. */
export function certificateName({ subject, emails, friendlyName }: InspectedCertificate): string {
  return (
    subject.commonName ??
    emails[0] ??
    subject.organization ??
    (subject.text || friendlyName || t('inspect.certificate.unnamed'))
  );
}
