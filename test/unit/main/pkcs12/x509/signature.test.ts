import { afterAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../../../../main/pkcs12/x509/certificate.ts';
import { signs } from '../../../../../main/pkcs12/x509/signature.ts';
import { basicConstraints, extension, makeCertificate } from '../support/certificate-maker.ts';
import { der, sequence } from '../../../../../main/pkcs12/asn1/write.ts';
import { createOpensslBench } from '../support/openssl.ts';

const bench = createOpensslBench();
afterAll(() => bench.remove());

type Case = readonly [title: string, key: readonly string[], sign: readonly string[]];

const rsa = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'];
const ec = (curve: string) => ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`];
const pss = (...options: readonly string[]) => [
  '-sigopt',
  'rsa_padding_mode:pss',
  ...options.flatMap((option) => ['-sigopt', option]),
];

const cases: readonly Case[] = [
  ['RSA with SHA-256', rsa, []],
  ['RSA with SHA-1', rsa, ['-sha1']],
  ['RSA with MD5', rsa, ['-md5']],
  ['RSA with SHA-512', rsa, ['-sha512']],
  ['RSA with SHA3-256', rsa, ['-sha3-256']],
  ['RSA-PSS', rsa, pss()],
  ['RSA-PSS, SHA-384 with a salt of its own', rsa, ['-sha384', ...pss('rsa_pss_saltlen:20')]],
  ['RSA-PSS, MGF1 with another hash', rsa, pss('rsa_mgf1_md:sha1')],
  ['a key for RSA-PSS alone', ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:1024'], []],
  ['ECDSA on P-256', ec('P-256'), []],
  ['ECDSA on P-384', ec('P-384'), ['-sha384']],
  ['ECDSA on P-521', ec('P-521'), ['-sha512']],
  ['ECDSA on secp256k1', ec('secp256k1'), []],
  ['ECDSA on P-192, with a longer digest', ec('prime192v1'), ['-sha512']],
  ['ECDSA on brainpoolP256r1', ec('brainpoolP256r1'), []],
  ['ECDSA on brainpoolP512t1', ec('brainpoolP512t1'), ['-sha512']],
  [
    'ECDSA on a curve that is written out',
    [...ec('P-256'), '-pkeyopt', 'ec_param_enc:explicit'],
    [],
  ],
  ['Ed25519', ['-algorithm', 'ED25519'], []],
  ['Ed448', ['-algorithm', 'ED448'], []],
];

/** A self-signed certificate made by openssl, as DER. */
function selfSigned(key: readonly string[], sign: readonly string[] = []): Uint8Array {
  bench.run('genpkey', ...key, '-out', 'k.pem');
  const request = ['req', '-x509', '-new', '-key', 'k.pem', '-subj', '/CN=Self', '-days', '30'];
  bench.run(...request, ...sign, '-outform', 'der', '-out', 'c.der');
  return bench.read('c.der');
}

/** The same certificate with one bit of its signature changed. */
function tampered(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const last = copy.length - 1;
  copy[last] = (copy[last] ?? 0) ^ 1;
  return copy;
}

function verdictOf(bytes: Uint8Array, acceleration: boolean) {
  const certificate = readCertificate(Uint8Array.from(bytes));
  return signs(certificate, certificate, acceleration);
}

describe('signatures', () => {
  it.each(cases)('verify with %s, and do not when tampered with', (_, key, sign) => {
    const bytes = selfSigned(key, sign);
    for (const acceleration of [false, true]) {
      expect(verdictOf(bytes, acceleration)).toBe('yes');
      expect(verdictOf(tampered(bytes), acceleration)).toBe('no');
    }
  });

  it('verify with DSA', () => {
    bench.run('dsaparam', '-genkey', '-noout', '-out', 'dsa.pem', '1024');
    const request = ['req', '-x509', '-new', '-key', 'dsa.pem', '-subj', '/CN=D', '-days', '9'];
    bench.run(...request, '-outform', 'der', '-out', 'd.der');
    expect(verdictOf(bench.read('d.der'), false)).toBe('yes');
    expect(verdictOf(tampered(bench.read('d.der')), false)).toBe('no');
  });

  it('are not looked for between certificates whose names do not meet', () => {
    const one = makeCertificate({ subject: 'One' });
    const other = makeCertificate({ subject: 'Other', pair: one.pair });
    expect(signs(readCertificate(one.der), readCertificate(other.der))).toBe('no');
  });

  it('of a binary curve can’t be verified, so name and key identifier decide', () => {
    const bytes = selfSigned(ec('sect283r1'));
    expect(verdictOf(bytes, false)).toBe('named');
    const [id, other] = [Uint8Array.of(1), Uint8Array.of(2)];
    const issuer = makeCertificate({
      subject: 'Self',
      spki: readCertificate(bytes).publicKey.raw,
      extensions: [basicConstraints(true), extension('2.5.29.14', der(0x04, id))],
    });
    const under = (keyId: Uint8Array) =>
      makeCertificate({
        issuer,
        extensions: [extension('2.5.29.35', sequence(der(0x80, keyId)))],
      });
    const answer = (keyId: Uint8Array) =>
      signs(readCertificate(issuer.der), readCertificate(under(keyId).der));
    expect(answer(id)).toBe('named');
    expect(answer(other)).toBe('no');
  });
});
