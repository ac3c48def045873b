import { describe, expect, it } from 'vitest';
import { authority, findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import {
  basicConstraints,
  inDays,
  keyUsage,
  makeCertificate,
} from '../support/certificate-maker.ts';

const root = authority();
const middle = makeCertificate({
  subject: 'Middle',
  issuer: root,
  to: inDays(2000),
  extensions: [basicConstraints(true), keyUsage(5)],
});
const own = mailCertificate({ issuer: middle });
const stranger = makeCertificate({ subject: 'Stranger', extensions: [basicConstraints(true)] });
const impostor = makeCertificate({
  subject: 'Middle',
  extensions: [basicConstraints(true), keyUsage(5)],
});

describe('the chain', () => {
  it('is complete when it leads to the root, in whatever order', () => {
    expect(verdict('chain', { certificates: [own, middle, root] })).toBe('passed complete');
    expect(verdict('chain', { certificates: [root, own, middle], keys: [own] })).toBe(
      'passed complete',
    );
  });

  it('is missed when the certificate stands alone', () => {
    const finding = findingOf('chain', { certificates: [own] });
    expect(finding).toMatchObject({
      level: 'warning',
      variant: 'alone',
      params: { issuer: 'Middle' },
    });
  });

  it('stops short when the root is not there, and names who is missing', () => {
    const finding = findingOf('chain', { certificates: [own, middle] });
    expect(finding).toMatchObject({
      level: 'warning',
      variant: 'short',
      params: { name: 'Middle', issuer: 'Root' },
    });
  });

  it('is broken when someone of the right name did not sign', () => {
    expect(verdict('chain', { certificates: [own, impostor] })).toBe('warning broken');
  });

  it('is not called complete where a signature could not be verified', () => {
    const old = { ...root, der: replaceSignatureAlgorithm(own.der) };
    const wish = {
      certificates: [{ der: old.der, friendlyName: null, localKeyId: null }, middle, root],
    };
    expect(verdict('chain', { ...wish, keys: [own] })).toBe('warning unverified');
  });
});

/** ecdsa-with-SHA256 becomes ecdsa-with-Specified, which names no hash; inside and outside of what is signed. */
function replaceSignatureAlgorithm(der: Uint8Array): Uint8Array {
  const known = '2a8648ce3d040302';
  const unknown = '2a8648ce3d04037f';
  return Buffer.from(Buffer.from(der).toString('hex').replaceAll(known, unknown), 'hex');
}

describe('the order of the chain', () => {
  it('is fine from the person to the root', () => {
    expect(verdict('chain-order', { certificates: [own, middle, root] })).toBe('passed in-order');
  });

  it('is told when it is another one', () => {
    expect(verdict('chain-order', { certificates: [root, middle, own], keys: [own] })).toBe(
      'warning wrong-order',
    );
  });
});

describe('certificates beside the chain', () => {
  it('are none in a tidy file', () => {
    expect(verdict('extra-certificates', { certificates: [own, middle, root] })).toBe(
      'passed none',
    );
  });

  it('are told when one is there twice', () => {
    expect(verdict('extra-certificates', { certificates: [own, middle, own] })).toBe(
      'warning duplicate',
    );
  });

  it('are told when one has nothing to do with the key', () => {
    const finding = findingOf('extra-certificates', { certificates: [own, middle, stranger] });
    expect(finding).toMatchObject({ variant: 'unrelated', params: { count: 1, name: 'Stranger' } });
  });
});

describe('the root', () => {
  it('is mentioned when it is in the file', () => {
    expect(verdict('root-included', { certificates: [own, middle, root] })).toBe('info included');
  });

  it('is better left out', () => {
    expect(verdict('root-included', { certificates: [own, middle] })).toBe('passed left-out');
  });
});
