import { afterAll, describe, expect, it } from 'vitest';
import { der, sequence } from '../../../../../main/pkcs12/asn1/write.ts';
import { opensslFields } from '../../../../../main/pkcs12/cli/openssl-fields.ts';
import {
  basicConstraints,
  emailNames,
  extendedKeyUsage,
  extension,
  ia5String,
  keyUsage,
  makeCertificate,
  name,
  rsaPair,
} from '../support/certificate-maker.ts';
import { createOpensslBench } from '../support/openssl.ts';
import type { Made } from '../support/certificate-maker.ts';

const bench = createOpensslBench();
afterAll(() => bench.remove());

const fieldsOf = ({ der: bytes }: Made) =>
  opensslFields({ der: bytes, friendlyName: null, localKeyId: null });

/** What `openssl x509` prints with these options. */
function openssl(made: Made, ...options: readonly string[]): string {
  bench.write('c.der', made.der);
  return bench.run('x509', '-inform', 'der', '-in', 'c.der', '-noout', ...options).trim();
}

const extensionLine = (made: Made, type: string) =>
  openssl(made, '-ext', type).split('\n').at(-1)?.trim();

const made = makeCertificate({
  pair: rsaPair(),
  subject: name([
    ['2.5.4.3', 'Erika'],
    ['1.2.840.113549.1.9.1', ia5String('z@example.org')],
  ]),
  serial: Uint8Array.of(0, 0x9f, 1),
  extensions: [
    basicConstraints(false),
    keyUsage(0, 1, 2, 3, 4, 5, 6, 7, 8),
    extendedKeyUsage(1, 2, 3, 4, 8, 9, '2.5.29.37.0', '1.3.6.1.4.1.311.20.2.2', '1.2.3.4'),
    emailNames('c@example.org', 'a@example.org', 'b@example.org', 'a@example.org'),
  ],
});

describe('a certificate in openssl’s spelling', () => {
  it('has the serial number, the addresses and the usages that openssl prints', () => {
    const fields = fieldsOf(made);
    expect(fields.serial).toBe(openssl(made, '-serial').replace('serial=', '').toLowerCase());
    expect(fields.emails).toEqual(openssl(made, '-email').split('\n'));
    expect(fields.keyUsage?.join(', ')).toBe(extensionLine(made, 'keyUsage'));
    expect(fields.extKeyUsage?.join(', ')).toBe(extensionLine(made, 'extendedKeyUsage'));
    expect(fields.san).toBe(extensionLine(made, 'subjectAltName'));
    expect(fields.sha256).toBe(
      openssl(made, '-fingerprint', '-sha256')
        .replace(/.*=/u, '')
        .replaceAll(':', '')
        .toLowerCase(),
    );
  });

  it('keeps the sign of a negative serial number', () => {
    const negative = makeCertificate({ serial: Uint8Array.of(0xd5, 0xb5) });
    expect(fieldsOf(negative).serial).toBe('-2a4b');
    expect(openssl(negative, '-serial')).toBe('serial=-2A4B');
  });

  it('tells no basicConstraints from one that says no', () => {
    expect(fieldsOf(makeCertificate()).ca).toBeNull();
    expect(fieldsOf(made).ca).toBe(false);
  });

  it('shows the octets of names that openssl can’t read', () => {
    const broken = makeCertificate({
      extensions: [extension('2.5.29.17', sequence(der(0x81, Buffer.from('a\0b'))))],
    });
    expect(fieldsOf(broken).san).toBe('0...a.b');
    expect(fieldsOf(broken).emails).toEqual([]);
    expect(extensionLine(broken, 'subjectAltName')).toBe('0...a.b');
  });
});
