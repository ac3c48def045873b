import { describe, expect, it } from 'vitest';
import { findingOf, verdict } from '../support/check-facts.ts';

describe('the integrity protection', () => {
  it('is fine when there is a MAC', () => {
    expect(verdict('integrity')).toBe('passed verified');
  });

  it('is missed when there is none', () => {
    expect(verdict('integrity', { mac: null })).toBe('warning absent');
  });

  it('is not asked of a PEM file', () => {
    expect(verdict('integrity', { format: 'pem', mac: null })).toBeUndefined();
  });
});

describe('the algorithm of the MAC', () => {
  it('is fine with SHA-256 and SHA-512', () => {
    expect(verdict('mac-algorithm')).toBe('passed fine');
    expect(verdict('mac-algorithm', { mac: { algorithm: 'HMAC-SHA-512' } })).toBe('passed fine');
  });

  it('is outdated with SHA-1 and MD5', () => {
    for (const algorithm of ['HMAC-SHA-1', 'HMAC-MD5']) {
      expect(verdict('mac-algorithm', { mac: { algorithm } })).toBe('warning outdated');
    }
  });

  it('is worth a note with PBMAC1, which old programs do not know', () => {
    const finding = findingOf('mac-algorithm', { mac: { algorithm: 'PBMAC1 HMAC-SHA-256' } });
    expect(finding).toMatchObject({
      level: 'info',
      variant: 'pbmac1',
      params: { mac: 'PBMAC1 HMAC-SHA-256' },
    });
  });
});

describe('the parameters of PBMAC1', () => {
  it('are named sound when such a file opened, as every other one was refused before', () => {
    const mac = { algorithm: 'PBMAC1 HMAC-SHA-256', kdf: 'PBKDF2-HMAC-SHA-256' };
    expect(verdict('pbmac1-parameters', { mac })).toBe('passed sound');
  });

  it('are not mentioned for the classic MAC', () => {
    expect(verdict('pbmac1-parameters')).toBeUndefined();
  });
});
