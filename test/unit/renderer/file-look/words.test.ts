import { describe, expect, it } from 'vitest';
import {
  keyWords,
  signatureWords,
  usageWords,
} from '../../../../renderer/file-look/algorithm-words.ts';
import { certificateName, chainSteps } from '../../../../renderer/file-look/chain-steps.ts';
import { checkWords, topicWords } from '../../../../renderer/file-look/check-words.ts';
import { failureWords, refusalWords } from '../../../../renderer/file-look/failure-words.ts';
import { sampleCheck, sampleInspected, sampleInspection } from './sample.ts';

const now = new Date(2026, 10, 22, 13, 6).getTime();

describe('the words of a check', () => {
  it('name the fact, why it matters and what to do', () => {
    const words = checkWords(
      sampleCheck({ id: 'chain', variant: 'short', params: { issuer: 'Root 2019' } }),
      now,
    );
    expect(words.found).toBe('The chain stops one step short');
    expect(words.why).toContain('Root 2019 is not in the file');
    expect(words.todo).toContain('Ask IT');
  });

  it('show the bare fact where a rule has no words yet, and hide nothing', () => {
    const words = checkWords(sampleCheck({ id: 'brand-new', found: 'x = 1' }), now);
    expect(words).toEqual({ found: 'brand-new: x = 1', why: null, todo: null });
  });

  it('count days as the rest of the page does', () => {
    const notAfter = new Date(2026, 11, 8, 1).getTime();
    const check = sampleCheck({
      id: 'validity',
      variant: 'ends-soon-signing',
      params: { notBefore: 0, notAfter, days: 15 },
    });
    expect(checkWords(check, now).found).toBe('It ends in 16 days');
  });

  it('sum up what passed in a few topics, each once', () => {
    const ids = ['private-key', 'key-match', 'validity', 'revocation'];
    expect(topicWords(ids.map((id) => sampleCheck({ id })))).toBe('Key, dates');
  });
});

describe('a file that does not open', () => {
  it('is told what it is instead', () => {
    const words = failureWords({ kind: 'not-pkcs12', format: 'jks', detail: null });
    expect(words.title).toBe('This is a Java keystore, not a PKCS#12 file');
    expect(words.todo).toContain('.p12 or .pfx');
  });

  it('names the algorithm, and never calls it a wrong password', () => {
    const words = failureWords({
      kind: 'unsupported-algorithm',
      format: 'pkcs12',
      detail: 'Camellia-256-CBC',
    });
    expect(words.title).toContain('Camellia-256-CBC');
    expect(words.title).not.toContain('password');
  });

  it('says how large it is and how large it may be', () => {
    const words = refusalWords({
      kind: 'too-large',
      name: 'video.p12',
      size: 12_400_000,
      limit: 10_485_760,
    });
    expect(words.title).toBe('video.p12 is too large');
    expect(words.todo).toContain('12 MB');
    expect(words.todo).toContain('10 MB');
  });
});

describe('the chain of a file', () => {
  it('is complete when it ends in a root', () => {
    const { steps, missing, others } = chainSteps(sampleInspection());
    expect(steps.map(certificateName)).toEqual([
      'Ines Declercq',
      'Halden & Voss Mail CA 3',
      'Halden & Voss Root 2019',
    ]);
    expect(missing).toBeNull();
    expect(others).toEqual([]);
  });

  it('names the issuer that is missing, and keeps what does not belong apart', () => {
    const { certificates } = sampleInspection();
    const alone = sampleInspected({ issuedBy: null });
    const { missing, others } = chainSteps(
      sampleInspection({ certificates: [alone, ...certificates.slice(2)], chain: [0] }),
    );
    expect(missing).toBe('Halden & Voss Mail CA 3');
    expect(others).toHaveLength(1);
  });

  it('calls a certificate without a name by its address', () => {
    const subject = { text: '', commonName: null, organization: null };
    expect(certificateName(sampleInspected({ subject }))).toBe('ines.declercq@haldenvoss.example');
    expect(certificateName(sampleInspected({ subject, emails: [], friendlyName: null }))).toBe(
      'Without a name',
    );
  });
});

describe('algorithms in words', () => {
  it('say what tells their strength', () => {
    expect(keyWords({ algorithm: 'RSA', bits: 3072, curve: null })).toBe('RSA 3072');
    expect(keyWords({ algorithm: 'EC', bits: 256, curve: 'P-256' })).toBe('EC P-256');
    expect(keyWords({ algorithm: 'Ed25519', bits: null, curve: null })).toBe('Ed25519');
    expect(signatureWords('sha256WithRSAEncryption')).toBe('SHA-256');
    expect(signatureWords('ecdsa-with-SHA384')).toBe('SHA-384');
    expect(signatureWords('md5WithRSAEncryption')).toBe('md5WithRSAEncryption');
  });

  it('translate the uses that a person knows and leave the others as they stand', () => {
    expect(usageWords(['emailProtection', '1.3.6.1.4.1.311.20.2.2'])).toEqual([
      'E-mail protection',
      '1.3.6.1.4.1.311.20.2.2',
    ]);
  });
});
