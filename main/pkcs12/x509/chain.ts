import { readCertificate } from './certificate.ts';
import { comparableName } from './name.ts';
import { signs } from './signature.ts';
import type { InspectedCertificate, InspectedKey } from '../../../preload/contract/inspection.ts';
import type { CertificateBag } from '../types.ts';
import type { Certificate } from './certificate.ts';

const longestChain = 64;
/** A file can hold many certificates of one name; no real one needs more attempts than this. */
const mostCandidates = 16;

/**
 * Fills in `issuedBy` (the signature verified; where the algorithm can't be verified, name and key identifier),
 * and gives the chain from the person's certificate to the last issuer that the file holds.
 */
export function buildChain(
  certificates: readonly InspectedCertificate[],
  bags: readonly CertificateBag[],
  keys: readonly InspectedKey[],
  { acceleration = false }: { readonly acceleration?: boolean } = {},
): { certificates: InspectedCertificate[]; chain: number[] } {
  const read = bags.map((bag) => readCertificate(bag.der));
  const issuers = findIssuers(read, acceleration);
  const linked = certificates.map((certificate, index) => ({
    ...certificate,
    issuedBy: issuers[index] ?? null,
  }));
  const first = personsCertificate(linked, keys);
  return { certificates: linked, chain: first === null ? [] : climb(first, issuers) };
}

/** For each certificate, the index of the one that signed it; null for none and for a self-signed one. */
function findIssuers(
  certificates: readonly Certificate[],
  acceleration: boolean,
): (number | null)[] {
  const bySubject = Map.groupBy(certificates.keys(), (index) => {
    const certificate = certificates[index];
    return certificate === undefined ? '' : comparableName(certificate.subject);
  });
  return certificates.map((certificate) => {
    const named = bySubject.get(comparableName(certificate.issuer)) ?? [];
    const wanted = certificate.extensions.authorityKeyId;
    const ranked = named
      .filter((index) => !isSame(certificates[index], certificate))
      .toSorted((left, right) => rank(certificates[left]) - rank(certificates[right]));
    function rank(candidate: Certificate | undefined): number {
      return wanted !== null && candidate?.extensions.subjectKeyId === wanted ? 0 : 1;
    }
    // A self-signed certificate ends its chain, even where a cross-signed twin is in the file.
    if (signs(certificate, certificate, acceleration) !== 'no') return null;
    const answers = ranked.slice(0, mostCandidates).map((index) => {
      const candidate = certificates[index];
      return {
        index,
        answer: candidate === undefined ? 'no' : signs(candidate, certificate, acceleration),
      };
    });
    const found =
      answers.find(({ answer }) => answer === 'yes') ??
      answers.find(({ answer }) => answer === 'named');
    return found?.index ?? null;
  });
}

function isSame(left: Certificate | undefined, right: Certificate): boolean {
  return left !== undefined && Buffer.compare(left.der, right.der) === 0;
}

/**
 * The certificate that the file is about: one that a key fits, no CA before a CA, the one that is valid longest
 * first (a renewed pair); without such a key, the first one that issued nothing else here.
 */
function personsCertificate(
  certificates: readonly InspectedCertificate[],
  keys: readonly InspectedKey[],
): number | null {
  const fitting = new Set(keys.flatMap((key) => key.fits ?? []));
  const issuers = new Set(certificates.map((certificate) => certificate.issuedBy));
  const withKey = certificates.filter(({ index }) => fitting.has(index));
  const candidates =
    withKey.length > 0 ? withKey : certificates.filter(({ index }) => !issuers.has(index));
  const [best] = candidates.toSorted((left, right) =>
    left.isCa === right.isCa ? compareValidity(left, right, withKey) : left.isCa ? 1 : -1,
  );
  return best?.index ?? certificates[0]?.index ?? null;
}

function compareValidity(
  left: InspectedCertificate,
  right: InspectedCertificate,
  withKey: readonly InspectedCertificate[],
): number {
  const byEnd = withKey.length > 0 ? right.notAfter - left.notAfter : 0;
  return byEnd === 0 ? left.index - right.index : byEnd;
}

function climb(first: number, issuers: readonly (number | null)[]): number[] {
  const chain: number[] = [];
  for (let next: number | null = first; next !== null; next = issuers[next] ?? null) {
    if (chain.includes(next) || chain.length >= longestChain) break;
    chain.push(next);
  }
  return chain;
}
