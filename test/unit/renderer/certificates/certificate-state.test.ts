import { describe, expect, it } from 'vitest';
import { certificateState, hasEnded } from '../../../../renderer/certificates/certificate-state.ts';
import { now, sampleCertificate } from './sample.ts';

const day = 86_400_000;

describe('the state of a certificate', () => {
  it('is valid while its end is more than thirty days away', () => {
    const certificate = sampleCertificate({ expiresAt: now + 31 * day });
    expect(certificateState(certificate, now)).toEqual({ kind: 'valid' });
  });

  it('ends soon from thirty days before its end', () => {
    const certificate = sampleCertificate({ expiresAt: now + 30 * day });
    expect(certificateState(certificate, now)).toEqual({ kind: 'expiring', days: 30 });
  });

  it('still holds in its very last millisecond', () => {
    expect(hasEnded(sampleCertificate({ expiresAt: now }), now)).toBe(false);
    expect(hasEnded(sampleCertificate({ expiresAt: now - 1 }), now)).toBe(true);
  });

  it('tells of an ended encryption certificate that its key is kept for old mail', () => {
    const certificate = sampleCertificate({ purpose: 'encryption', expiresAt: now - day });
    expect(certificateState(certificate, now)).toEqual({ kind: 'expired-key-kept' });
    expect(certificateState({ ...certificate, purpose: 'signing' }, now)).toEqual({
      kind: 'expired',
    });
  });

  it('tells that the key is cleared, whatever the dates are', () => {
    const certificate = sampleCertificate({ hasPrivateKey: false, expiresAt: now - day });
    expect(certificateState(certificate, now)).toEqual({ kind: 'key-cleared' });
  });

  it('tells of the nearer end when the key goes before the certificate does', () => {
    const certificate = sampleCertificate({ keyDeletesAt: now + day, expiresAt: now + 16 * day });
    expect(certificateState(certificate, now)).toEqual({ kind: 'key-deleting', days: 1 });
    expect(certificateState({ ...certificate, expiresAt: now + 3600 }, now)).toEqual({
      kind: 'expiring',
      days: 0,
    });
  });

  it('never counts days below zero when the server is late with deleting a key', () => {
    const certificate = sampleCertificate({ keyDeletesAt: now - 3 * day });
    expect(certificateState(certificate, now)).toEqual({ kind: 'key-deleting', days: 0 });
  });

  it('is not yet valid before its first moment', () => {
    const from = now + 9 * day;
    expect(certificateState(sampleCertificate({ notBefore: from }), now)).toEqual({
      kind: 'not-yet-valid',
      from,
    });
  });
});
