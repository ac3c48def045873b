import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aesCbc, aesGcm, desCbc, rc2Cbc } from '../../../../../main/pkcs12/ciphers/cipher.ts';
import { forgeRc2 } from '../../../../../main/pkcs12/ciphers/forge.ts';
import { withPadding } from '../../../../../main/pkcs12/ciphers/padding.ts';
import { rc4 } from '../../../../../main/pkcs12/ciphers/rc4.ts';
import { ascii, hex, toHex } from '../support/bytes.ts';
import { failureOfAsync } from '../support/failure.ts';

const text = ascii('Nothing is said here that anyone else should read.');
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index * 7);

function encrypted(name: string, key: Uint8Array, iv: Uint8Array): Uint8Array {
  const cipher = createCipheriv(name, key, iv);
  return Buffer.concat([cipher.update(text), cipher.final()]);
}

describe.each([true, false])('ciphers (acceleration: %s)', (acceleration) => {
  it.each([16, 24, 32])('decrypt AES-CBC with a key of %i bytes', async (length) => {
    const job = { key: bytes(length), iv: bytes(16), acceleration };
    const locked = encrypted(`aes-${length * 8}-cbc`, job.key, job.iv);
    expect(toHex(await aesCbc(length).decrypt({ ...job, bytes: locked }))).toBe(toHex(text));
  });

  it('decrypt triple DES, with three keys and with two', async () => {
    const iv = bytes(8);
    const three = bytes(24);
    const locked = encrypted('des-ede3-cbc', three, iv);
    const plain = await desCbc(24).decrypt({ key: three, iv, bytes: locked, acceleration });
    expect(toHex(plain)).toBe(toHex(text));
    const two = bytes(16);
    const doubled = encrypted('des-ede3-cbc', Buffer.concat([two, two.subarray(0, 8)]), iv);
    const again = await desCbc(16).decrypt({ key: two, iv, bytes: doubled, acceleration });
    expect(toHex(again)).toBe(toHex(text));
  });

  it('decrypt AES-GCM and notice one wrong bit', async () => {
    const job = { key: bytes(32), iv: bytes(12), acceleration };
    const cipher = createCipheriv('aes-256-gcm', job.key, job.iv);
    const body = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    const gcm = aesGcm(32, 12, 16);
    expect(toHex(await gcm.decrypt({ ...job, bytes: body }))).toBe(toHex(text));
    body[3] = (body[3] ?? 0) ^ 1;
    expect(await failureOfAsync(() => gcm.decrypt({ ...job, bytes: body }))).toBe(
      'decryption-failed',
    );
  });

  it('say that a wrong key does not decrypt', async () => {
    const locked = encrypted('aes-256-cbc', bytes(32), bytes(16));
    const job = { key: new Uint8Array(32), iv: bytes(16), bytes: locked, acceleration };
    expect(await failureOfAsync(() => aesCbc(32).decrypt(job))).toBe('decryption-failed');
  });
});

describe('ciphers of the 1990s', () => {
  it('gives the test vectors of RFC 2268 for RC2', () => {
    const cases: [string, number, string, string][] = [
      ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
      ['88', 64, '0000000000000000', '61a8a244adacccf0'],
      ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
      ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
    ];
    for (const [key, bits, plain, locked] of cases) {
      // One block under a zero vector: CBC is the block cipher itself.
      expect(toHex(forgeRc2(hex(key), bits, new Uint8Array(8), hex(locked)))).toBe(plain);
    }
  });

  it('decrypts a large RC2 file in one go, each block under the one before', () => {
    const iv = bytes(8);
    const plain = forgeRc2(hex('88bca90e90'), 40, iv, new Uint8Array(2_000_000));
    const [first, second] = [plain.subarray(0, 8), plain.subarray(8, 16)];
    expect(toHex(first)).toBe(toHex(second.map((byte, index) => byte ^ (iv[index] ?? 0))));
    expect(Buffer.compare(plain.subarray(8, -8), plain.subarray(16))).toBe(0);
  });

  it('takes the padding off RC2', async () => {
    const job = { key: hex('88'), iv: new Uint8Array(8), bytes: hex('61a8a244adacccf0') };
    const run = () => rc2Cbc(1, 64).decrypt({ ...job, acceleration: false });
    expect(await failureOfAsync(run)).toBe('decryption-failed');
    expect(toHex(withPadding(hex('0102'), 8))).toBe('0102060606060606');
  });

  it('gives the test vectors of RFC 6229 for RC4', () => {
    const zeros = new Uint8Array(16);
    expect(toHex(rc4(hex('0102030405'), zeros))).toBe('b2396305f03dc027ccc3524a0a1118a8');
    expect(toHex(rc4(hex('0102030405060708090a0b0c0d0e0f10'), zeros))).toBe(
      '9ac7cc9a609d1ef7b2932899cde41b97',
    );
  });
});
