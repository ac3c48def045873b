import { describe, expect, it } from 'vitest';
import { buildChain } from '../../../../../main/pkcs12/x509/chain.ts';
import { describeCertificate } from '../../../../../main/pkcs12/x509/describe.ts';
import { matchKeys } from '../../../../../main/pkcs12/x509/keys.ts';
import { basicConstraints, inDays, makeCertificate, now } from '../support/certificate-maker.ts';
import type { Made } from '../support/certificate-maker.ts';

const authority = [basicConstraints(true)];
const root = makeCertificate({ subject: 'Root', extensions: authority });
const middle = makeCertificate({ subject: 'Middle', issuer: root, extensions: authority });
const leaf = makeCertificate({ subject: 'Leaf', issuer: middle });

function chainOf(made: readonly Made[], keys: readonly Made[] = []) {
  const bags = made.map(({ der }) => ({ der, friendlyName: null, localKeyId: null }));
  const described = bags.map((bag, index) => describeCertificate(bag, index));
  const keyBags = keys.map(({ pair }) => ({
    pkcs8: pair.pkcs8,
    friendlyName: null,
    localKeyId: null,
    cspName: null,
  }));
  const { certificates, chain } = buildChain(described, bags, matchKeys(keyBags, bags), { now });
  return { chain, issuedBy: certificates.map((certificate) => certificate.issuedBy) };
}

describe('the chain of a file', () => {
  it('leads from the person to the root, in whatever order the file is', () => {
    expect(chainOf([root, leaf, middle], [leaf])).toEqual({
      chain: [1, 2, 0],
      issuedBy: [null, 2, 0],
    });
  });

  it('starts with the certificate that a key fits, even beside others', () => {
    const other = makeCertificate({ subject: 'Other', issuer: middle });
    expect(chainOf([other, leaf, middle], [leaf]).chain).toEqual([1, 2]);
  });

  it('starts with the one that issued nothing when there is no key', () => {
    expect(chainOf([root, middle, leaf]).chain).toEqual([2, 1, 0]);
  });

  it('starts with the certificate of a renewed pair that is valid already', () => {
    const old = makeCertificate({ subject: 'Leaf', issuer: middle, to: inDays(20) });
    const next = makeCertificate({
      subject: 'Leaf',
      issuer: middle,
      pair: old.pair,
      from: inDays(10),
      to: inDays(500),
    });
    expect(chainOf([next, old, middle], [old]).chain).toEqual([1, 2]);
  });

  it('starts with the renewed certificate of a pair, and not with an authority’s', () => {
    const old = makeCertificate({ subject: 'Leaf', issuer: middle, to: inDays(5) });
    const fresh = makeCertificate({
      subject: 'Leaf',
      issuer: middle,
      pair: old.pair,
      to: inDays(500),
    });
    expect(chainOf([root, middle, old, fresh], [root, old]).chain).toEqual([3, 1, 0]);
  });

  it('does not take a namesake that did not sign', () => {
    const impostor = makeCertificate({ subject: 'Middle', extensions: authority });
    expect(chainOf([leaf, impostor, middle], [leaf]).issuedBy).toEqual([2, null, null]);
  });

  it('ends where two certificates vouch for each other', () => {
    const first = makeCertificate({ subject: 'A' });
    const a = makeCertificate({
      subject: 'A',
      pair: first.pair,
      issuer: makeCertificate({ subject: 'B' }),
    });
    const b = makeCertificate({ subject: 'B', issuer: first });
    const { chain } = chainOf([b, a], [b]);
    expect(chain).toEqual([0, 1]);
  });

  it('is empty in a file without certificates', () => {
    expect(chainOf([])).toEqual({ chain: [], issuedBy: [] });
  });

  it('copes with a certificate that is there twice', () => {
    expect(chainOf([leaf, middle, middle, leaf], [leaf]).chain).toEqual([0, 1]);
  });
});
