import { describe, expect, it } from 'vitest';
import { findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { basicConstraints, makeCertificate, rsaPair } from '../support/certificate-maker.ts';
import type { Hash } from '../support/certificate-maker.ts';

const pair = rsaPair();
const extensions = [basicConstraints(true)];
const root = (hash: Hash) => makeCertificate({ pair, subject: 'Root', extensions, hash });

describe('the signature', () => {
  it('is fine with SHA-256', () => {
    expect(verdict('signature-algorithm')).toBe('passed fine');
  });

  it('blocks the upload with MD5, which can be forged', () => {
    const certificates = [mailCertificate({ issuer: root('sha256'), hash: 'md5' })];
    expect(findingOf('signature-algorithm', { certificates })).toMatchObject({
      level: 'error',
      variant: 'broken',
      params: { algorithm: 'md5WithRSAEncryption' },
    });
  });

  it('is outdated with SHA-1', () => {
    const certificates = [mailCertificate({ issuer: root('sha256'), hash: 'sha1' })];
    expect(verdict('signature-algorithm', { certificates })).toBe('warning sha1');
  });

  it('is told of an issuer too', () => {
    const issuer = makeCertificate({
      subject: 'Middle',
      issuer: root('sha256'),
      extensions,
      hash: 'sha1',
    });
    const finding = findingOf('signature-algorithm', {
      certificates: [mailCertificate({ issuer }), issuer, root('sha256')],
    });
    expect(finding).toMatchObject({ variant: 'issuer-sha1', params: { name: 'Middle' } });
  });

  it('does not matter on the root, which nobody trusts for its signature', () => {
    const issuer = root('md5');
    expect(
      verdict('signature-algorithm', { certificates: [mailCertificate({ issuer }), issuer] }),
    ).toBe('passed fine');
  });
});
