import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { context, der, oid, sequence } from '../../../../../main/pkcs12/asn1/write.ts';
import { inspectedCertificate } from '../../../../../preload/contract/inspection.ts';
import { describeCertificate } from '../../../../../main/pkcs12/x509/describe.ts';
import { failureOf } from '../support/failure.ts';
import {
  basicConstraints,
  emailNames,
  extendedKeyUsage,
  extension,
  ia5String,
  keyUsage,
  makeCertificate,
  name,
  policies,
  rsaPair,
  utf8String,
} from '../support/certificate-maker.ts';
import type { CertificateWish } from '../support/certificate-maker.ts';

const bagOf = (bytes: Uint8Array) => ({ der: bytes, friendlyName: null, localKeyId: null });
const describeMade = (wish: CertificateWish) =>
  describeCertificate(bagOf(makeCertificate(wish).der), 0);
const tagged = (tag: number, text: string) => der(tag, Buffer.from(text, 'latin1'));

const rich = makeCertificate({
  pair: rsaPair(),
  subject: name([
    ['2.5.4.10', 'Beispiel'],
    ['2.5.4.3', 'Erika'],
    ['1.2.840.113549.1.9.1', ia5String('old@example.org')],
  ]),
  serial: Uint8Array.of(0, 0xee, 0x7c),
  from: '2026-01-01T00:00:00Z',
  to: '2028-01-01T12:30:59Z',
  extensions: [
    basicConstraints(true, 3),
    keyUsage(0, 1, 5),
    extendedKeyUsage(4, 2, '1.2.3.4'),
    emailNames('erika@example.org'),
    policies('2.23.140.1.5.1.2', '1.2.3'),
    extension('2.5.29.14', der(0x04, Uint8Array.of(1, 2, 3))),
    extension('2.5.29.35', sequence(der(0x80, Uint8Array.of(4, 5)))),
    extension('2.5.29.31', sequence(sequence(der(0xa0, der(0xa0, tagged(0x86, 'http://c/1')))))),
    extension(
      '1.3.6.1.5.5.7.1.1',
      sequence(
        sequence(oid('1.3.6.1.5.5.7.48.1'), tagged(0x86, 'http://o/')),
        sequence(oid('1.3.6.1.5.5.7.48.2'), tagged(0x86, 'http://i/')),
      ),
    ),
  ],
});

describe('a certificate', () => {
  it('is described with everything that is in it', () => {
    const bag = { der: rich.der, friendlyName: 'Büro', localKeyId: '01' };
    expect(describeCertificate(bag, 7)).toMatchObject({
      index: 7,
      subject: {
        text: 'emailAddress=old@example.org,CN=Erika,O=Beispiel',
        commonName: 'Erika',
        organization: 'Beispiel',
      },
      serial: 'ee7c',
      notBefore: Date.UTC(2026, 0, 1),
      notAfter: Date.UTC(2028, 0, 1, 12, 30, 59),
      emails: ['erika@example.org', 'old@example.org'],
      subjectAlternativeNames: ['email:erika@example.org'],
      keyUsage: ['digitalSignature', 'nonRepudiation', 'keyCertSign'],
      extendedKeyUsage: ['emailProtection', 'clientAuth', '1.2.3.4'],
      policies: ['2.23.140.1.5.1.2', '1.2.3'],
      isCa: true,
      pathLength: 3,
      publicKey: { algorithm: 'RSA', bits: 1024, curve: null },
      signatureAlgorithm: 'sha256WithRSAEncryption',
      subjectKeyId: '010203',
      authorityKeyId: '0405',
      crlUrls: ['http://c/1'],
      ocspUrls: ['http://o/'],
      issuerUrls: ['http://i/'],
      friendlyName: 'Büro',
      localKeyId: '01',
      selfSigned: true,
    });
  });

  it('fits the contract however long its texts and lists are', () => {
    const long = 'x'.repeat(20_000);
    const made = makeCertificate({
      subject: name([['2.5.4.3', long]]),
      serial: new Uint8Array(9000).fill(1),
      extensions: [
        emailNames(...Array.from({ length: 2000 }, (_, index) => `${index}@example.org`), long),
        policies(...Array.from({ length: 300 }, (_, index) => `1.2.${index}`)),
        extendedKeyUsage(...Array.from({ length: 300 }, (_, index) => `1.2.${index}`)),
      ],
    });
    const bag = {
      der: made.der,
      friendlyName: '\u202E'.repeat(10_000),
      localKeyId: 'ab'.repeat(9000),
    };
    const described = describeCertificate(bag, 0);
    expect(inspectedCertificate.parse(described)).toEqual(described);
  });

  it('shows every kind of alternative name as openssl prints it', () => {
    const names = sequence(
      tagged(0x81, 'a@example.org'),
      tagged(0x82, 'host.example'),
      tagged(0x86, 'http://x/'),
      der(0x87, Uint8Array.of(192, 0, 2, 1)),
      der(0x87, Buffer.from('20010db8000000000000000000000001', 'hex')),
      context(
        4,
        name([
          ['2.5.4.6', 'DE'],
          ['2.5.4.3', 'a/b'],
        ]),
      ),
      der(0x88, oid('1.2.3.4').subarray(2)),
      context(0, oid('1.3.6.1.4.1.311.20.2.3'), context(0, utf8String('u@x'))),
      context(0, oid('1.3.6.1.5.5.7.8.9'), context(0, utf8String('ü@x'))),
      context(0, oid('1.2.3.4'), context(0, der(0x05))),
    );
    const described = describeMade({ extensions: [extension('2.5.29.17', names)] });
    expect(described.subjectAlternativeNames).toEqual([
      'email:a@example.org',
      'DNS:host.example',
      'URI:http://x/',
      'IP Address:192.0.2.1',
      'IP Address:2001:DB8:0:0:0:0:0:1',
      'DirName:/C=DE/CN=a\\/b',
      'Registered ID:1.2.3.4',
      'othername: UPN:u@x',
      'othername: SmtpUTF8Mailbox:ü@x',
      'othername: 1.2.3.4:<unsupported>',
    ]);
    expect(described.emails).toEqual(['a@example.org', 'ü@x']);
  });

  it('tells an absent usage from an empty one', () => {
    expect(describeMade({}).keyUsage).toBeNull();
    expect(describeMade({ extensions: [keyUsage()] }).keyUsage).toEqual([]);
    expect(describeMade({}).extendedKeyUsage).toBeNull();
  });

  it('shows a negative serial number by its octets', () => {
    expect(describeMade({ serial: Uint8Array.of(0xd5, 0xb5) }).serial).toBe('d5b5');
  });

  it('does not let a name pass for another one', () => {
    const { subject } = describeMade({ subject: 'evil\u202Egpj.exe' });
    expect(subject.commonName).toBe('evil\\u202Egpj.exe');
  });

  it('is shown although one of its extensions can’t be read', () => {
    const broken = extension('2.5.29.17', Uint8Array.of(0x30, 0x05, 1));
    const described = describeMade({ extensions: [broken, keyUsage(0)] });
    expect(described.subjectAlternativeNames).toEqual([]);
    expect(described.keyUsage).toEqual(['digitalSignature']);
  });

  it('is refused with a typed error wherever it is cut', () => {
    const kinds = new Set<string>();
    for (let length = 0; length < rich.der.length; length++) {
      const cut = Uint8Array.from(rich.der.subarray(0, length));
      kinds.add(failureOf(() => describeCertificate(bagOf(cut), 0)));
    }
    expect([...kinds]).toEqual(['malformed']);
  });

  it('is described or refused with a typed error whichever of its bytes is damaged', () => {
    const untyped: string[] = [];
    for (let offset = 0; offset < rich.der.length; offset++) {
      for (const bits of [0xff, 0x01, 0x80]) {
        const damaged = Uint8Array.from(rich.der);
        damaged[offset] = (damaged[offset] ?? 0) ^ bits;
        const kind = failureOf(() => {
          inspectedCertificate.parse(describeCertificate(bagOf(damaged), 0));
        });
        if (kind.startsWith('untyped')) untyped.push(`${offset}: ${kind}`);
      }
    }
    expect(untyped).toEqual([]);
  });

  it('is refused past 1 MiB, before anything is computed', () => {
    const made = makeCertificate({ subject: 'x'.repeat(1_100_000) });
    expect(failureOf(() => describeCertificate(bagOf(made.der), 0))).toBe('too-large');
  });

  it('has the fingerprints of its bytes', () => {
    const { fingerprints } = describeCertificate(bagOf(rich.der), 0);
    const digest = (hash: string) => createHash(hash).update(rich.der).digest('hex');
    expect(fingerprints).toEqual({ sha256: digest('sha256'), sha1: digest('sha1') });
  });
});
