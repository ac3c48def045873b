import { readCertificate } from '../x509/certificate.ts';
import type { InspectedCertificate } from '../../../preload/contract/inspection.ts';
import type { CheckFacts } from '../types.ts';
import type { Certificate } from '../x509/certificate.ts';

/** A certificate as it is shown, and as it was read. */
export type Examinee = {
  readonly shown: InspectedCertificate;
  readonly read: Certificate;
};

/** The facts of a file, with what several rules need of them. */
export type Examined = CheckFacts & {
  /** In the order of the file. */
  readonly certificates: readonly Examinee[];
  /** From the person's certificate up. */
  readonly chain: readonly Examinee[];
  /** The person's certificate; null where the file holds none. */
  readonly leaf: Examinee | null;
  /** The same, but null for a file that only holds authorities: what a person needs is not asked of those. */
  readonly person: Examinee | null;
};

/** Prepares the facts for the rules. */
export function examine(facts: CheckFacts): Examined {
  const { inspection, container } = facts;
  const certificates = inspection.certificates.flatMap((shown, index) => {
    const bag = container.certificates[index];
    return bag === undefined ? [] : [{ shown, read: readCertificate(bag.der) }];
  });
  const chain = inspection.chain.flatMap((index) => certificates[index] ?? []);
  const leaf = chain[0] ?? null;
  const isAuthority = leaf !== null && leaf.shown.isCa && inspection.keys.length === 0;
  return { ...facts, certificates, chain, leaf, person: isAuthority ? null : leaf };
}

/** What a certificate is called in a sentence: its common name, else what it has instead. */
export function nameOf({ shown }: Examinee): string {
  return subjectName(shown.subject, shown.emails[0]);
}

/** What the issuer of a certificate is called in a sentence. */
export function issuerNameOf({ shown }: Examinee): string {
  return subjectName(shown.issuer);
}

function subjectName(name: InspectedCertificate['subject'], email?: string): string {
  return name.commonName ?? name.organization ?? email ?? (name.text || '-');
}
