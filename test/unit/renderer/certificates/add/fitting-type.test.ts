import { describe, expect, it } from 'vitest';
import type { CertificateType } from '../../../../../preload/contract/certificates.ts';
import { fittingType, purposeOf } from '../../../../../renderer/certificates/add/fitting-type.ts';
import { sampleCheck, sampleInspected } from '../../file-look/sample.ts';

const type = (purpose: CertificateType['purpose']): CertificateType => ({
  id: `t-${purpose}`,
  name: purpose,
  purpose,
  multiple: false,
  deletesKeyAfterDays: null,
  usedByConfigurations: 1,
});
const types = [type('signing'), type('encryption'), type('authentication')];
const signs = sampleInspected({ keyUsage: ['digitalSignature'] });
const error = sampleCheck({ id: 'encryption-use', level: 'error' });

describe('the type that a certificate fits', () => {
  it('is the signing one when an encryption one was chosen for a certificate that signs', () => {
    expect(fittingType(error, signs, types)?.id).toBe('t-signing');
  });

  it('is the encryption one when a signing one was chosen for a certificate that opens mail', () => {
    const check = sampleCheck({ id: 'signing-use', level: 'error' });
    expect(fittingType(check, sampleInspected(), types)?.id).toBe('t-encryption');
  });

  it('is none when the portal does not offer it, or the certificate can do neither', () => {
    expect(fittingType(error, signs, [type('encryption')])).toBeNull();
    expect(fittingType(error, sampleInspected({ keyUsage: ['cRLSign'] }), types)).toBeNull();
  });

  it('mends no other error and no warning', () => {
    expect(fittingType(sampleCheck({ id: 'validity', level: 'error' }), signs, types)).toBeNull();
    expect(fittingType({ ...error, level: 'warning' }, signs, types)).toBeNull();
  });
});

describe('what a file is checked for', () => {
  it('follows the type, and is a mere look for types that are not for mail', () => {
    expect(purposeOf(type('encryption'))).toBe('encryption');
    expect(purposeOf(type('authentication'))).toBe('look');
    expect(purposeOf(null)).toBe('look');
  });
});
