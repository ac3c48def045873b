import { createHmac, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readElement } from '../../../../main/pkcs12/asn1/read.ts';
import {
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../../main/pkcs12/asn1/write.ts';
import { defaultLimits } from '../../../../main/pkcs12/limits.ts';
import { macOf } from '../../../../main/pkcs12/mac.ts';
import { ascii, hex } from './support/bytes.ts';
import { failureOf } from './support/failure.ts';
import type { Mac } from '../../../../main/pkcs12/mac.ts';

const sha256 = '2.16.840.1.101.3.4.2.1';
const hmacSha256 = '1.2.840.113549.2.9';
const salt = hex('0102030405060708');

function read(encoded: Uint8Array): Mac {
  return macOf(readElement(encoded), defaultLimits);
}

function classic(digest: Uint8Array, ...rest: Uint8Array[]): Uint8Array {
  const info = sequence(sequence(oid(sha256), nullValue()), octetString(digest));
  return sequence(info, octetString(salt), ...rest);
}

function pbmac1(digest: Uint8Array, keyLength: Uint8Array[], scheme = hmacSha256): Uint8Array {
  const prf = sequence(oid(hmacSha256), nullValue());
  const kdf = sequence(octetString(salt), integer(5), ...keyLength, prf);
  const derivation = sequence(oid('1.2.840.113549.1.5.12'), kdf);
  const parameters = sequence(derivation, sequence(oid(scheme), nullValue()));
  const algorithm = sequence(oid('1.2.840.113549.1.5.14'), parameters);
  return sequence(sequence(algorithm, octetString(digest)), octetString(salt), integer(1));
}

describe('the MAC of a file', () => {
  it('counts one round where none is stated (RFC 7292 4)', () => {
    expect(read(classic(new Uint8Array(32))).facts).toEqual({
      algorithm: 'HMAC-SHA-256',
      kdf: 'PKCS12KDF-SHA-256',
      iterations: 1,
      opensslName: 'sha256',
    });
  });

  it('is refused when it is shorter than its digest', () => {
    expect(failureOf(() => read(classic(new Uint8Array(10))))).toBe('mac-invalid');
  });

  it('is refused when it asks for nothing, or for more than ten million rounds', () => {
    expect(failureOf(() => read(classic(new Uint8Array(32), integer(0))))).toBe('malformed');
    const endless = classic(new Uint8Array(32), integer(2_147_483_647));
    expect(failureOf(() => read(endless))).toBe('iterations-too-high');
    const beyond = classic(new Uint8Array(32), integer(2n ** 70n));
    expect(failureOf(() => read(beyond))).toBe('iterations-too-high');
  });

  it('names a digest that it does not know', () => {
    const info = sequence(sequence(oid('1.2.643.2.2.9')), octetString(salt));
    expect(() => read(sequence(info, octetString(salt)))).toThrow('GOST R 34.11-94');
  });
});

describe('PBMAC1', () => {
  it.each([true, false])('verifies as RFC 9579 says (acceleration: %s)', async (acceleration) => {
    const content = ascii('content');
    const key = pbkdf2Sync('secret', salt, 5, 32, 'sha256');
    const digest = createHmac('sha256', key).update(content).digest();
    const mac = read(pbmac1(digest, [integer(32)]));
    expect(await mac.verify(ascii('secret'), content, acceleration)).toBe(true);
    expect(await mac.verify(ascii('Secret'), content, acceleration)).toBe(false);
    expect(mac.facts).toMatchObject({ opensslName: 'PBMAC1', iterations: 5 });
  });

  it.each([[[]], [[integer(16)]], [[integer(0)]], [[hex('0201ff')]], [[integer(65)]]])(
    'needs a key length of 20 to 64 bytes',
    (keyLength) => {
      const encoded = pbmac1(new Uint8Array(32), keyLength);
      expect(failureOf(() => read(encoded))).toBe('mac-invalid');
    },
  );

  it('names a scheme that it does not know', () => {
    const gmac = pbmac1(new Uint8Array(32), [integer(32)], '2.16.840.1.101.3.4.1.9');
    expect(failureOf(() => read(gmac))).toBe('unsupported-algorithm');
  });
});
