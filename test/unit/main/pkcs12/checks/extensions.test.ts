import { describe, expect, it } from 'vitest';
import { der, sequence } from '../../../../../main/pkcs12/asn1/write.ts';
import { findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { emailNames, extension, keyUsage } from '../support/certificate-maker.ts';

const having = (...extensions: readonly Uint8Array[]) => ({
  certificates: [mailCertificate({ extensions })],
});
const empty = sequence();

describe('extensions', () => {
  it('are fine when every critical one is known', () => {
    expect(verdict('critical-extensions', having(keyUsage(0), extension('1.2.3.4', empty)))).toBe(
      'passed known',
    );
  });

  it('are told when a critical one is unknown', () => {
    expect(
      findingOf('critical-extensions', having(extension('1.2.3.4', empty, true))),
    ).toMatchObject({ level: 'warning', variant: 'unknown', params: { extensions: '1.2.3.4' } });
  });

  it('are told when one does not follow its standard', () => {
    const broken = extension('2.5.29.17', der(0x04, Uint8Array.of(1, 2, 3)));
    expect(verdict('critical-extensions', having(broken))).toBe('warning unreadable');
  });
});

describe('the addresses for revocation', () => {
  it('are shown, and not asked', () => {
    const url = der(0x86, Buffer.from('http://crl.example/list.crl'));
    const points = sequence(sequence(der(0xa0, der(0xa0, url))));
    expect(findingOf('revocation', having(extension('2.5.29.31', points)))).toMatchObject({
      level: 'info',
      variant: 'addresses',
      found: 'http://crl.example/list.crl',
    });
  });

  it('are missed when there are none', () => {
    expect(verdict('revocation', having(emailNames('ada@example.org')))).toBe('info none');
  });
});
