import { afterAll, describe, expect, it } from 'vitest';
import { ml_dsa65 } from '@noble/post-quantum/ml-dsa.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { readElement } from '../../../../../main/pkcs12/asn1/read.ts';
import { der, integer, octetString, oid, sequence } from '../../../../../main/pkcs12/asn1/write.ts';
import { matchKeys } from '../../../../../main/pkcs12/x509/keys.ts';
import { bitString, ecPair, makeCertificate, rsaPair } from '../support/certificate-maker.ts';
import { failureOf } from '../support/failure.ts';
import { createOpensslBench } from '../support/openssl.ts';

const bench = createOpensslBench();
afterAll(() => bench.remove());

const stranger = makeCertificate();
const certificateBag = (bytes: Uint8Array) => ({
  der: bytes,
  friendlyName: null,
  localKeyId: null,
});
const keyBag = (pkcs8: Uint8Array) => ({
  pkcs8,
  friendlyName: null,
  localKeyId: null,
  cspName: null,
});

/** What is said of a key beside a foreign certificate and the one over this public key. */
function matched(pkcs8: Uint8Array, spki: Uint8Array) {
  const own = makeCertificate({ spki });
  const [key] = matchKeys([keyBag(pkcs8)], [stranger.der, own.der].map(certificateBag));
  return key;
}

/** PKCS#8 and SubjectPublicKeyInfo of a key that openssl makes. */
function made(...options: readonly string[]): { pkcs8: Uint8Array; spki: Uint8Array } {
  bench.run('genpkey', ...options, '-outform', 'der', '-out', 'k.der');
  return exported();
}

function exported(): { pkcs8: Uint8Array; spki: Uint8Array } {
  const input = ['-inform', 'der', '-in', 'k.der', '-outform', 'der'];
  bench.run('pkcs8', '-topk8', '-nocrypt', ...input, '-out', 'p8.der');
  bench.run('pkey', ...input, '-pubout', '-out', 'spki.der');
  return { pkcs8: bench.read('p8.der'), spki: bench.read('spki.der') };
}

const ec = (curve: string) => ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`];

describe('private keys', () => {
  it.each([
    ['RSA', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'], 'RSA', 1024, null],
    [
      'RSA-PSS',
      ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:1024'],
      'RSA-PSS',
      1024,
      null,
    ],
    ['P-256', ec('P-256'), 'EC', 256, 'prime256v1'],
    ['P-521', ec('P-521'), 'EC', 521, 'secp521r1'],
    ['brainpoolP384r1', ec('brainpoolP384r1'), 'EC', 384, 'brainpoolP384r1'],
    ['sect283k1', ec('sect283k1'), 'EC', 281, 'sect283k1'],
    ['Ed25519', ['-algorithm', 'ED25519'], 'Ed25519', null, null],
    ['Ed448', ['-algorithm', 'ED448'], 'Ed448', null, null],
    ['X25519', ['-algorithm', 'X25519'], 'X25519', null, null],
    ['X448', ['-algorithm', 'X448'], 'X448', null, null],
  ])(
    'of type %s are described, and fit their certificate alone',
    (_, options, algorithm, bits, curve) => {
      const { pkcs8, spki } = made(...options);
      expect(matched(pkcs8, spki)).toMatchObject({ algorithm, bits, curve, fits: [1] });
    },
  );

  it('of type DSA fit by y = g^x', () => {
    bench.run('dsaparam', '-genkey', '-noout', '-outform', 'der', '-out', 'k.der', '1024');
    const { pkcs8, spki } = exported();
    expect(matched(pkcs8, spki)).toMatchObject({ algorithm: 'DSA', bits: 1024, fits: [1] });
  });

  it('on a curve that is written out are recognised by its numbers', () => {
    const { pkcs8, spki } = made(...ec('P-256'), '-pkeyopt', 'ec_param_enc:explicit');
    expect(matched(pkcs8, spki)).toMatchObject({ curve: 'prime256v1', bits: 256, fits: [1] });
  });

  it('without their public half are multiplied out', () => {
    for (const curve of ['prime256v1', 'secp384r1', 'secp256k1', 'brainpoolP256r1']) {
      const pair = ecPair(curve);
      const [version, algorithm, secret] = readElement(pair.pkcs8).children;
      const [one, scalar] = readElement(secret?.content ?? new Uint8Array()).children;
      if (!version || !algorithm || !one || !scalar) throw new Error('not a PKCS#8 EC key');
      const short = octetString(sequence(one.raw, scalar.raw));
      const pkcs8 = sequence(version.raw, algorithm.raw, short);
      expect(matched(pkcs8, pair.spki)?.fits).toEqual([1]);
    }
  });

  it('fit a certificate in which the point is compressed', () => {
    const pair = ecPair();
    const point = pair.spki.subarray(-65);
    const odd = ((point[64] ?? 0) & 1) === 1;
    const compressed = Buffer.concat([Uint8Array.of(odd ? 3 : 2), point.subarray(1, 33)]);
    const algorithm = sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7'));
    expect(matched(pair.pkcs8, sequence(algorithm, bitString(compressed)))?.fits).toEqual([1]);
  });

  it.each([
    ['ML-DSA-65', '2.16.840.1.101.3.4.3.18', ml_dsa65, 32],
    ['ML-KEM-768', '2.16.840.1.101.3.4.4.2', ml_kem768, 64],
  ] as const)(
    'of type %s fit from a seed, an expanded key, or both',
    (name, type, scheme, size) => {
      const seed = new Uint8Array(size).fill(7);
      const { publicKey, secretKey } = scheme.keygen(seed);
      const spki = sequence(sequence(oid(type)), bitString(publicKey));
      const forms = [
        der(0x80, seed),
        octetString(secretKey),
        sequence(octetString(seed), octetString(secretKey)),
      ];
      for (const form of forms) {
        const pkcs8 = sequence(integer(0), sequence(oid(type)), octetString(form));
        expect(matched(pkcs8, spki)).toMatchObject({ algorithm: name, fits: [1] });
      }
    },
  );

  it('of an unknown type are shown, and not said to fit or not to fit', () => {
    const pkcs8 = sequence(integer(0), sequence(oid('1.2.3.4')), octetString(Uint8Array.of(1)));
    expect(matched(pkcs8, ecPair().spki)).toMatchObject({ algorithm: '1.2.3.4', fits: null });
  });

  it('fit every certificate over their public key', () => {
    const pair = rsaPair();
    const bags = [makeCertificate({ pair }), stranger, makeCertificate({ pair, subject: 'B' })];
    const [key] = matchKeys(
      [keyBag(pair.pkcs8)],
      bags.map(({ der: bytes }) => certificateBag(bytes)),
    );
    expect(key?.fits).toEqual([0, 2]);
  });

  it('are refused with a typed error wherever they are cut or damaged', () => {
    const untyped = new Set<string>();
    for (const { pkcs8 } of [rsaPair(), ecPair(), made('-algorithm', 'ED25519')]) {
      for (let offset = 0; offset < pkcs8.length; offset++) {
        const cut = pkcs8.slice(0, offset);
        const damaged = pkcs8.map((byte, place) => (place === offset ? byte ^ 0xff : byte));
        for (const bytes of [cut, damaged]) {
          const kind = failureOf(() => matchKeys([keyBag(bytes)], []));
          if (kind.startsWith('untyped')) untyped.add(kind);
        }
      }
    }
    expect([...untyped]).toEqual([]);
  });
});
