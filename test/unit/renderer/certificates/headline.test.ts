import { describe, expect, it } from 'vitest';
import { headline } from '../../../../renderer/certificates/headline.ts';
import { now, sampleCertificate } from './sample.ts';

const day = 86_400_000;
const ending = sampleCertificate({ id: 'ending', typeId: 't-enc', expiresAt: now + 16 * day });

describe('the headline of My Certificates', () => {
  it('says nothing where there is no certificate', () => {
    expect(headline([], now)).toBeNull();
  });

  it('leads with the certificate that ends first, and counts the others that end soon', () => {
    const other = sampleCertificate({ id: 'other', expiresAt: now + 20 * day });
    expect(headline([other, ending], now)).toEqual({
      kind: 'ending',
      certificate: ending,
      days: 16,
      more: 1,
    });
  });

  it('is calm about one that ends when its successor is already there', () => {
    const successor = sampleCertificate({
      id: 'next',
      typeId: 't-enc',
      expiresAt: now + 700 * day,
    });
    expect(headline([ending, successor], now)).toEqual({ kind: 'calm', certificate: successor });
  });

  it('does not take a certificate for another address as the successor', () => {
    const claims = sampleCertificate({
      id: 'claims',
      typeId: 't-enc',
      emails: ['claims@haldenvoss.example'],
      expiresAt: now + 700 * day,
    });
    expect(headline([ending, claims], now)?.kind).toBe('ending');
  });

  it('does not take a certificate without its key as the successor', () => {
    const cleared = sampleCertificate({
      id: 'cleared',
      typeId: 't-enc',
      hasPrivateKey: false,
      expiresAt: now + 700 * day,
    });
    expect(headline([ending, cleared], now)?.kind).toBe('ending');
  });

  it('tells of one that has ended only when nothing took its place', () => {
    const ended = sampleCertificate({ id: 'ended', expiresAt: now - 3 * day });
    const successor = sampleCertificate({ id: 'next', expiresAt: now + 400 * day });
    expect(headline([ended], now)).toEqual({ kind: 'ended', certificate: ended });
    expect(headline([ended, successor], now)).toEqual({ kind: 'calm', certificate: successor });
  });

  it('tells of a private key that the server is about to delete when nothing else is urgent', () => {
    const vpn = sampleCertificate({ id: 'vpn', keyDeletesAt: now + day });
    expect(headline([vpn], now)).toEqual({ kind: 'key-deleting', certificate: vpn, days: 1 });
  });
});
