import { describe, expect, it } from 'vitest';
import { authority, findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { basicConstraints, keyUsage, makeCertificate } from '../support/certificate-maker.ts';
import type { CertificateWish } from '../support/certificate-maker.ts';

function chainUnder(extensions: CertificateWish['extensions'] = [], below: CertificateWish = {}) {
  const issuer = makeCertificate({ subject: 'Issuer', extensions });
  return { certificates: [mailCertificate({ issuer, ...below }), issuer] };
}

describe('whoever issued the certificate', () => {
  it('may do so as an authority', () => {
    expect(verdict('issuer-is-ca', chainUnder([basicConstraints(true), keyUsage(5)]))).toBe(
      'passed fine',
    );
    expect(verdict('issuer-is-ca', chainUnder([basicConstraints(true, 0)]))).toBe('passed fine');
  });

  it('may not without being one', () => {
    expect(verdict('issuer-is-ca', chainUnder([basicConstraints(false)]))).toBe('warning not-ca');
    expect(verdict('issuer-is-ca', chainUnder())).toBe('warning not-ca');
  });

  it('may not when its key usage leaves signing certificates out', () => {
    expect(verdict('issuer-is-ca', chainUnder([basicConstraints(true), keyUsage(0)]))).toBe(
      'warning no-cert-sign',
    );
  });

  it('may not have more authorities below it than it allows', () => {
    const top = makeCertificate({ subject: 'Top', extensions: [basicConstraints(true, 0)] });
    const middle = makeCertificate({
      subject: 'Middle',
      issuer: top,
      extensions: [basicConstraints(true)],
    });
    const finding = findingOf('issuer-is-ca', {
      certificates: [mailCertificate({ issuer: middle }), middle, top],
    });
    expect(finding).toMatchObject({ variant: 'path-too-long', params: { name: 'Top' } });
  });
});

describe('a self-signed certificate', () => {
  const alone = makeCertificate({ subject: 'Ada' });

  it('is told', () => {
    expect(verdict('self-signed', { certificates: [alone] })).toBe('warning self-signed');
  });

  it('is not one that an authority issued, not even where both have the same name', () => {
    const namesake = makeCertificate({ subject: 'Ada', issuer: alone });
    expect(verdict('self-signed', { certificates: [namesake] })).toBe('passed issued');
    expect(verdict('self-signed', { certificates: [mailCertificate()] })).toBe('passed issued');
  });
});

describe('an authority in a person’s place', () => {
  it('is told when the key is the authority’s', () => {
    expect(verdict('leaf-is-ca', { certificates: [authority()] })).toBe('warning is-ca');
  });

  it('is nothing special in a file of authorities without keys', () => {
    expect(verdict('leaf-is-ca', { certificates: [authority()], keys: [] })).toBeUndefined();
  });

  it('is not a person’s certificate', () => {
    expect(verdict('leaf-is-ca')).toBe('passed fine');
  });
});
