import { describe, expect, it } from 'vitest';
import { findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { ecPair, ed25519Pair, keyUsage, rsaPair, usageBits } from '../support/certificate-maker.ts';
import type { Pair } from '../support/certificate-maker.ts';

const { digitalSignature, nonRepudiation, keyEncipherment, keyAgreement, encipherOnly } = usageBits;
const rsa = rsaPair();
const ec = ecPair();
const ed = ed25519Pair();

function made(pair: Pair, ...bits: readonly number[]) {
  const extensions = bits.length === 0 ? [] : [keyUsage(...bits)];
  return { certificates: [mailCertificate({ pair, extensions })] };
}

describe('use as a Signing Certificate', () => {
  it('is fine with digitalSignature or nonRepudiation', () => {
    expect(verdict('signing-use', made(rsa, digitalSignature))).toBe('passed signs');
    expect(verdict('signing-use', made(ed, nonRepudiation))).toBe('passed signs');
  });

  it('is presumed where no key usage is stated', () => {
    expect(verdict('signing-use', made(rsa))).toBe('passed presumed');
  });

  it('is refused when it only opens mail, and says so', () => {
    const finding = findingOf('signing-use', made(rsa, keyEncipherment));
    expect(finding).toMatchObject({
      level: 'error',
      variant: 'opens-only',
      found: 'keyEncipherment',
    });
  });

  it('is refused when it does neither', () => {
    expect(verdict('signing-use', made(rsa, usageBits.cRLSign))).toBe('error cannot-sign');
  });

  it('is refused with a key that can’t sign', () => {
    const spki = Buffer.from('302a300506032b656e032100'.concat('11'.repeat(32)), 'hex');
    const certificates = [mailCertificate({ spki, extensions: [] })];
    expect(verdict('signing-use', { certificates })).toBe('error key-cannot-sign');
  });

  it('is not asked of an Encryption Certificate', () => {
    expect(verdict('signing-use', made(rsa), { purpose: 'encryption' })).toBeUndefined();
  });
});

describe('use as an Encryption Certificate', () => {
  const use = (wish: ReturnType<typeof made>) =>
    verdict('encryption-use', wish, { purpose: 'encryption' });

  it('needs keyEncipherment with RSA and keyAgreement with EC', () => {
    expect(use(made(rsa, keyEncipherment))).toBe('passed opens');
    expect(use(made(ec, keyAgreement))).toBe('passed opens');
    expect(use(made(ec, keyEncipherment, digitalSignature))).toBe('error signs-only');
  });

  it('is presumed where no key usage is stated', () => {
    expect(use(made(rsa))).toBe('passed presumed');
  });

  it('is refused when it only signs', () => {
    expect(use(made(rsa, digitalSignature, nonRepudiation))).toBe('error signs-only');
  });

  it('is refused when it does neither', () => {
    expect(use(made(rsa, usageBits.cRLSign))).toBe('error cannot-open');
  });

  it('is refused with a key that only signs, whatever the certificate says', () => {
    expect(use(made(ed, keyAgreement))).toBe('error key-cannot-encrypt');
    expect(use(made(ed))).toBe('error key-cannot-encrypt');
  });
});

describe('stated uses', () => {
  it('suit the key', () => {
    expect(verdict('usage-fits-key', made(rsa, digitalSignature, keyEncipherment))).toBe(
      'passed fits',
    );
    expect(verdict('usage-fits-key', made(ec, keyAgreement, encipherOnly))).toBe('passed fits');
  });

  it('are told when the key can’t serve them', () => {
    const finding = findingOf('usage-fits-key', made(ec, digitalSignature, keyEncipherment));
    expect(finding).toMatchObject({
      variant: 'not-this-key',
      params: { usage: 'keyEncipherment', algorithm: 'EC' },
    });
    expect(verdict('usage-fits-key', made(rsa, keyAgreement))).toBe('warning not-this-key');
    expect(verdict('usage-fits-key', made(ed, keyEncipherment))).toBe('warning not-this-key');
  });

  it('are told when one needs keyAgreement beside it', () => {
    expect(verdict('usage-fits-key', made(ec, digitalSignature, encipherOnly))).toBe(
      'warning without-agreement',
    );
  });
});
