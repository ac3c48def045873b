import { describe, expect, it } from 'vitest';
import { readElement } from '../../../../main/pkcs12/asn1/read.ts';
import { integer, octetString, oid, sequence } from '../../../../main/pkcs12/asn1/write.ts';
import { encryptedOf, encryptionOf } from '../../../../main/pkcs12/encryption.ts';
import { defaultLimits } from '../../../../main/pkcs12/limits.ts';
import { hex, toHex } from './support/bytes.ts';
import { failureOf } from './support/failure.ts';
import type { Encryption } from '../../../../main/pkcs12/encryption-types.ts';

const salt = octetString(hex('0102030405060708'));
const iv16 = octetString(new Uint8Array(16));
const aes256 = sequence(oid('2.16.840.1.101.3.4.1.42'), iv16);

function read(algorithm: Uint8Array): Encryption {
  return encryptionOf(readElement(algorithm), defaultLimits);
}

function pbes2(kdf: Uint8Array, scheme = aes256): Uint8Array {
  return sequence(oid('1.2.840.113549.1.5.13'), sequence(kdf, scheme));
}

function pbkdf2(iterations: number, ...rest: Uint8Array[]): Uint8Array {
  return sequence(oid('1.2.840.113549.1.5.12'), sequence(salt, integer(iterations), ...rest));
}

function scrypt(cost: number | bigint, blockSize: number, parallelization: number): Uint8Array {
  const parameters = sequence(salt, integer(cost), integer(blockSize), integer(parallelization));
  return sequence(oid('1.3.6.1.4.1.11591.4.11'), parameters);
}

describe('an encryption scheme', () => {
  it('says what it is, in our words and in openssl ones', () => {
    expect(read(pbes2(pbkdf2(2048))).facts).toEqual({
      algorithm: 'PBES2 AES-256-CBC',
      kdf: 'PBKDF2-HMAC-SHA-1',
      iterations: 2048,
      opensslName: 'PBES2, PBKDF2, AES-256-CBC',
      oidName: 'PBES2 2.16.840.1.101.3.4.1.42',
    });
    expect(read(pbes2(scrypt(16_384, 8, 1))).facts.opensslName).toBe(
      'PBES2, scrypt, AES-256-CBC, Salt length: 8, Cost(N): 16384, Block size(r): 8, Parallelism(p): 1',
    );
  });

  it('has no name of openssl where openssl can not decrypt it', () => {
    const beyondItsMemory = pbes2(scrypt(2 ** 17, 8, 1));
    const gcm = sequence(oid('2.16.840.1.101.3.4.1.46'), octetString(new Uint8Array(12)));
    expect(read(beyondItsMemory).facts).toMatchObject({
      opensslName: null,
      oidName: 'PBES2 2.16.840.1.101.3.4.1.42',
    });
    expect(read(pbes2(pbkdf2(1), gcm)).facts).toMatchObject({
      opensslName: null,
      oidName: 'PBES2 2.16.840.1.101.3.4.1.46',
    });
  });

  it.each([true, false])(
    'derives with scrypt as RFC 7914 says (acceleration: %s)',
    async (fast) => {
      const numbers = [integer(16_384), integer(8), integer(1)];
      const parameters = sequence(octetString(Buffer.from('SodiumChloride')), ...numbers);
      const encryption = read(pbes2(sequence(oid('1.3.6.1.4.1.11591.4.11'), parameters)));
      const { key } = await encryption.derive(Buffer.from('pleaseletmein'), fast);
      expect(toHex(key)).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2');
    },
  );

  it('is refused before it costs anything', () => {
    expect(failureOf(() => read(pbes2(pbkdf2(10_000_001))))).toBe('iterations-too-high');
    expect(failureOf(() => read(pbes2(scrypt(2 ** 20, 8, 1))))).toBe('iterations-too-high');
    expect(failureOf(() => read(pbes2(scrypt(2n ** 62n, 8, 1))))).toBe('iterations-too-high');
    expect(failureOf(() => read(pbes2(scrypt(2 ** 17, 8, 1000))))).toBe('iterations-too-high');
  });

  it('is refused when its parameters can not be right', () => {
    expect(failureOf(() => read(pbes2(pbkdf2(0))))).toBe('malformed');
    expect(failureOf(() => read(pbes2(pbkdf2(1, integer(16)))))).toBe('malformed');
    expect(failureOf(() => read(pbes2(pbkdf2(1, integer(2 ** 31)))))).toBe('malformed');
    expect(failureOf(() => read(pbes2(scrypt(1000, 8, 1))))).toBe('malformed');
    const shortIv = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(new Uint8Array(5)));
    expect(failureOf(() => read(pbes2(pbkdf2(1), shortIv)))).toBe('malformed');
    expect(failureOf(() => read(sequence(oid('1.2.840.113549.1.12.1.3'))))).toBe('malformed');
  });

  it.each([
    ['1.2.392.200011.61.1.1.1.4', 'Camellia-256-CBC'],
    ['1.2.840.113533.7.66.10', 'CAST5-CBC'],
    ['1.2.410.200046.1.1.12', 'ARIA-256-CBC'],
    ['1.2.3.4', '1.2.3.4'],
  ])('that is not known is called by its name: %s', (dotted, name) => {
    const unknown = pbes2(pbkdf2(1), sequence(oid(dotted), iv16));
    expect(failureOf(() => read(unknown))).toBe('unsupported-algorithm');
    expect(() => read(unknown)).toThrow(name);
  });

  it('does not take encrypted bytes of an impossible length', () => {
    const encryption = read(pbes2(pbkdf2(1)));
    for (const length of [0, 15, 17]) {
      const content = readElement(octetString(new Uint8Array(length)));
      expect(failureOf(() => encryptedOf(encryption, content))).toBe('malformed');
    }
  });
});
