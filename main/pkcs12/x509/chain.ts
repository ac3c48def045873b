import { readCertificate } from './certificate.ts';
import { comparableName } from './name.ts';
import { signs } from './signature.ts';
import type { InspectedCertificate, InspectedKey } from '../../../preload/contract/inspection.ts';
import type { CertificateBag } from '../types.ts';
import type { Certificate } from './certificate.ts';

const longestChain = 64;
/** A file can hold many certificates of one name; no real one needs more attempts than this. */
const mostCandidates = 8;

type ChainOptions = {
  /** Whether node:crypto may help. */
  readonly acceleration?: boolean;
  /** Epoch ms. */
  readonly now?: number;
};

/**
 * Fills in `issuedBy` (the signature verified; where the algorithm can't be verified, name and key identifier),
 * and gives the chain from the person's certificate to the last issuer that the file holds.
 */
export function buildChain(
  certificates: readonly InspectedCertificate[],
  bags: readonly CertificateBag[],
  keys: readonly InspectedKey[],
  { acceleration = false, now = Date.now() }: ChainOptions = {},
): { certificates: InspectedCertificate[]; chain: number[] } {
  const read = bags.map((bag) => readCertificate(bag.der));
  const issuers = findIssuers(read, acceleration);
  const linked = certificates.map((certificate, index) => ({
    ...certificate,
    issuedBy: issuers[index] ?? null,
  }));
  const first = personsCertificate(linked, keys, now);
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
 * The certificate that the file is about: one that a key fits, a person's before an authority's. Of a renewed pair
 * the one that is valid now, and of several the one that lasts longest. Without such a key, the first one that
 * issued nothing else here.
 */
function personsCertificate(
  certificates: readonly InspectedCertificate[],
  keys: readonly InspectedKey[],
  now: number,
): number | null {
  const fitting = new Set(keys.flatMap((key) => key.fits ?? []));
  const withKey = certificates.filter(({ index }) => fitting.has(index));
  const [best] = withKey.toSorted(
    (left, right) =>
      Number(left.isCa) - Number(right.isCa) ||
      Number(isValid(right, now)) - Number(isValid(left, now)) ||
      right.notAfter - left.notAfter,
  );
  if (best !== undefined) return best.index;
  const issuers = new Set(certificates.map((certificate) => certificate.issuedBy));
  const [leaf] = certificates
    .filter(({ index }) => !issuers.has(index))
    .toSorted((left, right) => Number(left.isCa) - Number(right.isCa));
  return leaf?.index ?? certificates[0]?.index ?? null;
}

function isValid({ notBefore, notAfter }: InspectedCertificate, now: number): boolean {
  return notBefore <= now && now <= notAfter;
}

function climb(first: number, issuers: readonly (number | null)[]): number[] {
  const chain: number[] = [];
  for (let next: number | null = first; next !== null; next = issuers[next] ?? null) {
    if (chain.includes(next) || chain.length >= longestChain) break;
    chain.push(next);
  }
  return chain;
}
