import { describe, expect, it } from 'vitest';
import { sha256 } from '@noble/hashes/sha2.js';
import { findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { toHex } from '../support/bytes.ts';

const own = mailCertificate();
const named = (friendlyName: string) => ({
  certificates: [{ der: own.der, friendlyName, localKeyId: null }],
  keys: [own],
});

describe('what else is in the file', () => {
  it('is nothing in most', () => {
    expect(verdict('other-bags')).toBe('passed none');
  });

  it('is listed', () => {
    const finding = findingOf('other-bags', { otherBags: ['secret', 'secret', 'crl'] });
    expect(finding).toMatchObject({ level: 'info', params: { count: 3, bags: 'secret, crl' } });
  });
});

describe('the friendly name', () => {
  it('is fine when it shows what it holds', () => {
    expect(verdict('friendly-name', named('Max – Büro €'))).toBe('passed plain');
  });

  it('is told when it hides or turns around characters, with these as codes', () => {
    expect(findingOf('friendly-name', named('mail\u202E21p.'))).toMatchObject({
      level: 'info',
      variant: 'escaped',
      params: { name: 'mail\\u202E21p.' },
    });
  });

  it('is told when it is cut', () => {
    expect(findingOf('friendly-name', named('x'.repeat(10_000)))).toMatchObject({
      variant: 'cut',
      params: { count: 10_000 },
    });
  });

  it('is not missed where there is none', () => {
    expect(verdict('friendly-name', { certificates: [own] })).toBeUndefined();
  });
});

describe('the provider that Windows keeps the key in', () => {
  const bag = { pkcs8: own.pair.pkcs8, friendlyName: null, localKeyId: null };

  it('is mentioned where the file names one', () => {
    const keys = [{ ...bag, cspName: 'Microsoft Enhanced Cryptographic Provider v1.0' }];
    expect(findingOf('key-provider', { certificates: [own], keys })).toMatchObject({
      level: 'info',
      params: { provider: 'Microsoft Enhanced Cryptographic Provider v1.0' },
    });
  });

  it('is not missed elsewhere', () => {
    expect(verdict('key-provider')).toBeUndefined();
  });
});

describe('a certificate that is in the account already', () => {
  const print = toHex(sha256(own.der));
  const file = { certificates: [own] };

  it('is told, however the portal writes fingerprints', () => {
    for (const known of [print, print.toUpperCase().replaceAll(/..(?=.)/gu, '$&:')]) {
      expect(verdict('already-uploaded', file, { knownFingerprints: [known] })).toBe(
        'warning known',
      );
    }
  });

  it('is new otherwise', () => {
    expect(verdict('already-uploaded', file, { knownFingerprints: ['00'.repeat(32)] })).toBe(
      'passed new',
    );
  });

  it('is not asked of whoever only looks', () => {
    expect(verdict('already-uploaded', file, { purpose: 'look' })).toBeUndefined();
  });
});
