import { describe, expect, it } from 'vitest';
import { authority, findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { ecPair, inDays } from '../support/certificate-maker.ts';

const own = mailCertificate();
const other = mailCertificate();

describe('the private key', () => {
  it('is there once', () => {
    expect(verdict('private-key')).toBe('passed one');
  });

  it('is missed in a file to upload, and only mentioned in one to look at', () => {
    expect(verdict('private-key', { keys: [] })).toBe('error none');
    expect(verdict('private-key', { keys: [] }, { purpose: 'look' })).toBe('info none-look');
  });

  it('is counted when there are several', () => {
    const finding = findingOf('private-key', { certificates: [own, other], keys: [own, other] });
    expect(finding).toMatchObject({
      level: 'warning',
      variant: 'several',
      found: 'EC prime256v1: Ada; EC prime256v1: Ada',
      params: { count: 2 },
    });
  });
});

describe('the certificate', () => {
  it('is there', () => {
    expect(verdict('certificate')).toBe('passed present');
  });

  it('is missed where only a key is', () => {
    expect(verdict('certificate', { certificates: [], keys: [own] })).toBe('error none');
  });
});

describe('a renewed pair', () => {
  const pair = ecPair();
  const old = mailCertificate({ pair, to: inDays(10) });
  const fresh = mailCertificate({ pair, to: inDays(700) });

  it('is none when the key has one certificate, even where that one is there twice', () => {
    expect(verdict('renewed-pair', { certificates: [own, authority()] })).toBe('passed single');
    expect(verdict('renewed-pair', { certificates: [own, own] })).toBe('passed single');
  });

  it('is told, with the end of the certificate that counts', () => {
    const finding = findingOf('renewed-pair', { certificates: [old, fresh], keys: [old] });
    expect(finding).toMatchObject({
      level: 'warning',
      variant: 'renewed',
      params: { count: 2, notAfter: Math.floor(Date.parse(inDays(700)) / 1000) * 1000 },
    });
  });
});
