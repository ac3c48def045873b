import { comparableName } from '../x509/name.ts';
import { signs } from '../x509/signature.ts';
import { issuerNameOf, nameOf } from './examined.ts';
import { defineRule } from './rule.ts';
import type { Examined } from './examined.ts';

/** Every step up to the root is in the file, and its signature verifies. */
export const chain = defineRule({
  id: 'chain',
  source: 'RFC 5280 6.1',
  variants: {
    complete: 'passed',
    alone: 'warning',
    short: 'warning',
    broken: 'warning',
    unverified: 'warning',
  },
  find: (facts) => {
    const last = facts.chain.at(-1);
    if (last === undefined) return null;
    const found = facts.chain.map(nameOf).join(' < ');
    if (last.shown.selfSigned) {
      // A certificate that vouches for itself has a rule of its own.
      if (facts.chain.length === 1) return null;
      const isVerified = facts.chain.every(({ read }, step) => {
        const issuer = facts.chain[step + 1] ?? last;
        return signs(issuer.read, read) === 'yes';
      });
      const params = { algorithm: facts.leaf?.shown.signatureAlgorithm ?? '' };
      return { variant: isVerified ? 'complete' : 'unverified', found, params };
    }
    const params = { name: nameOf(last), issuer: issuerNameOf(last) };
    if (holdsIssuerName(facts)) return { variant: 'broken', found, params };
    return { variant: facts.chain.length === 1 ? 'alone' : 'short', found, params };
  },
});

/** A certificate of the issuer's name is there, but it did not sign. */
function holdsIssuerName({ chain, certificates }: Examined): boolean {
  const last = chain.at(-1);
  if (last === undefined) return false;
  const wanted = comparableName(last.read.issuer);
  return certificates.some(
    (candidate) =>
      candidate.shown.fingerprints.sha256 !== last.shown.fingerprints.sha256 &&
      comparableName(candidate.read.subject) === wanted,
  );
}

/** Programs that don't sort for themselves want the person's certificate first, then each issuer. */
export const chainOrder = defineRule({
  id: 'chain-order',
  source: 'RFC 8550 2.3',
  variants: { 'in-order': 'passed', 'wrong-order': 'warning' },
  find: ({ inspection }) => {
    if (inspection.chain.length < 2) return null;
    const sorted = inspection.chain.toSorted((left, right) => left - right);
    const isInOrder = sorted.every((index, place) => index === inspection.chain[place]);
    const found = inspection.chain.map((index) => index + 1).join(', ');
    return { variant: isInOrder ? 'in-order' : 'wrong-order', found, params: { order: found } };
  },
});

/** Certificates that are there twice, or that no key and no chain needs. */
export const extraCertificates = defineRule({
  id: 'extra-certificates',
  source: 'RFC 8550 2.3',
  variants: { none: 'passed', duplicate: 'warning', unrelated: 'warning' },
  find: (facts) => {
    const { certificates, inspection } = facts;
    if (certificates.length === 0 || inspection.keys.length === 0) return null;
    const prints = certificates.map(({ shown }) => shown.fingerprints.sha256);
    const twice = certificates.filter(({ shown }, place) => {
      return prints.indexOf(shown.fingerprints.sha256) !== place;
    });
    const first = twice[0];
    if (first !== undefined) {
      return {
        variant: 'duplicate',
        found: twice.map(nameOf).join(', '),
        params: { count: twice.length, name: nameOf(first) },
      };
    }
    const needed = neededCertificates(facts);
    const unrelated = certificates.filter(({ shown }) => !needed.has(shown.index));
    const [stranger] = unrelated;
    if (stranger === undefined || needed.size === 0) return { variant: 'none', found: '0' };
    return {
      variant: 'unrelated',
      found: unrelated.map(nameOf).join(', '),
      params: { count: unrelated.length, name: nameOf(stranger) },
    };
  },
});

function neededCertificates({ inspection }: Examined): Set<number> {
  const needed = new Set<number>();
  for (const key of inspection.keys) {
    for (const fitting of key.fits ?? []) {
      let next: number | null = fitting;
      while (next !== null && !needed.has(next)) {
        needed.add(next);
        next = inspection.certificates[next]?.issuedBy ?? null;
      }
    }
  }
  return needed;
}

/** The root says nothing about itself that can be trusted: whoever checks the chain must have it already. */
export const rootIncluded = defineRule({
  id: 'root-included',
  source: 'RFC 8550 2.3',
  variants: { included: 'info', 'left-out': 'passed' },
  find: (facts) => {
    const last = facts.chain.at(-1);
    if (last === undefined || facts.chain.length < 2) return null;
    const found = nameOf(last);
    if (!last.shown.selfSigned) return { variant: 'left-out', found: '-' };
    return { variant: 'included', found, params: { name: found } };
  },
});
