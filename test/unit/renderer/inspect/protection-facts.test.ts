import { describe, expect, it } from 'vitest';
import { grade, protectionFacts } from '../../../../renderer/inspect/protection-facts.ts';
import { sampleCheck, sampleInspection } from '../file-look/sample.ts';

const { protection } = sampleInspection();
const old = {
  part: 'certificates' as const,
  algorithm: 'pbeWithSHA1And40BitRC2-CBC',
  kdf: 'PKCS12KDF-SHA-1',
  iterations: 2048,
};

describe('how a container is protected', () => {
  it('is told once where all its parts are protected alike', () => {
    expect(protectionFacts(sampleInspection())).toEqual([
      { label: 'Encryption', value: 'AES-256-CBC, PBES2' },
      { label: 'Key from password', value: 'PBKDF2-HMAC-SHA-256' },
      { label: 'Rounds', value: '210,000' },
      { label: 'Integrity (MAC)', value: 'HMAC-SHA-256' },
    ]);
  });

  it('is told part by part where the parts differ', () => {
    const layers = [old, { ...old, part: 'key' as const, algorithm: 'none', kdf: null }];
    const facts = protectionFacts(
      sampleInspection({ protection: { mac: null, layers, password: 'given' } }),
    );
    expect(facts).toContainEqual({ label: 'Certificates', value: 'pbeWithSHA1And40BitRC2-CBC' });
    expect(facts).toContainEqual({ label: 'Key', value: 'None' });
    expect(facts).toContainEqual({ label: 'Integrity (MAC)', value: 'Not protected' });
  });

  it('names what else the file holds', () => {
    const facts = protectionFacts(sampleInspection({ otherBags: ['crl', 'crl', 'secret'] }));
    expect(facts.at(-1)).toEqual({ label: 'Other contents', value: 'crl, secret' });
  });
});

describe('the word for it', () => {
  it('is what the checks say, so that the page never contradicts itself', () => {
    expect(grade(sampleInspection())).toBe('sound');
    expect(grade(sampleInspection({ checks: [sampleCheck({ id: 'iterations' })] }))).toBe('weak');
    expect(grade(sampleInspection({ checks: [sampleCheck({ id: 'chain' })] }))).toBe('sound');
  });

  it('is none where the key lies open', () => {
    const layers = protection.layers.map((layer) => ({ ...layer, algorithm: 'none' }));
    expect(grade(sampleInspection({ protection: { ...protection, layers } }))).toBe('none');
  });
});
