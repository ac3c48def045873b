import { describe, expect, it } from 'vitest';
import { verdict } from '../support/check-facts.ts';

/** A file whose key is soundly encrypted and whose certificates are so. */
const judge = (algorithm: string) =>
  verdict('container-cipher', { layers: [{}, { part: 'certificates', algorithm }] });

describe('the encryption of the container', () => {
  it('is fine with AES', () => {
    expect(verdict('container-cipher')).toBe('passed fine');
  });

  it('is very weak with 40 bits and with DES', () => {
    const algorithms = [
      'pbeWithSHA1And40BitRC2-CBC',
      'pbeWithSHA1And40BitRC4',
      'pbeWithSHA1AndDES-CBC',
      'pbeWithMD5AndDES-CBC',
      'PBES2 DES-CBC',
      'PBES2 RC2-CBC',
    ];
    expect(algorithms.map(judge)).toEqual(algorithms.map(() => 'warning very-weak'));
  });

  it('is outdated with 3DES and 128-bit RC2 and RC4', () => {
    const algorithms = [
      'pbeWithSHA1And3-KeyTripleDES-CBC',
      'pbeWithSHA1And2-KeyTripleDES-CBC',
      'pbeWithSHA1And128BitRC2-CBC',
      'pbeWithSHA1And128BitRC4',
      'PBES2 DES-EDE3-CBC',
    ];
    expect(algorithms.map(judge)).toEqual(algorithms.map(() => 'warning outdated'));
  });

  it('is missed on a key, and only mentioned on certificates, which are public', () => {
    const clear = { algorithm: 'none', kdf: null, iterations: null };
    expect(verdict('container-cipher', { layers: [{ part: 'key', ...clear }] })).toBe(
      'warning key-clear',
    );
    expect(verdict('container-cipher', { layers: [{}, { part: 'certificates', ...clear }] })).toBe(
      'info certificates-clear',
    );
  });
});

describe('the work for a guess at the password', () => {
  it('is fine from 100,000 rounds on, and with scrypt', () => {
    expect(verdict('iterations')).toBe('passed fine');
    const scrypt = { algorithm: 'PBES2 AES-256-CBC', kdf: 'scrypt', iterations: null };
    expect(verdict('iterations', { layers: [scrypt] })).toBe('passed fine');
  });

  it('is low below, and very low below 1,000; the weakest part counts', () => {
    expect(verdict('iterations', { layers: [{}, { iterations: 2048 }] })).toBe('warning low');
    expect(verdict('iterations', { mac: { iterations: 1 } })).toBe('warning very-low');
  });
});

describe('the cost of opening', () => {
  it('is fine up to a million rounds', () => {
    expect(verdict('cost', { mac: { iterations: 2048 } })).toBe('passed fine');
  });

  it('is mentioned beyond', () => {
    expect(verdict('cost', { mac: { iterations: 2_000_000 } })).toBe('info heavy');
  });
});
