import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestByOid, hmacByOid, sha1Digest } from '../../../../../main/pkcs12/digests.ts';
import { pbkdf2 } from '../../../../../main/pkcs12/kdf/pbkdf2.ts';
import { ascii, hex, toHex } from '../support/bytes.ts';

describe('PBKDF2', () => {
  it.each([true, false])(
    'gives the test vectors of RFC 6070 (acceleration: %s)',
    async (acceleration) => {
      const run = async (password: string, salt: string, iterations: number, length: number) =>
        toHex(
          await pbkdf2({
            digest: sha1Digest,
            password: ascii(password),
            salt: ascii(salt),
            iterations,
            length,
            acceleration,
          }),
        );
      expect(await run('password', 'salt', 1, 20)).toBe('0c60c80f961f0e71f3a9b524af6012062fe037a6');
      expect(await run('password', 'salt', 4096, 20)).toBe(
        '4b007901b765489abead49d926f721d065a429c1',
      );
      expect(
        await run('passwordPASSWORDpassword', 'saltSALTsaltSALTsaltSALTsaltSALTsalt', 4096, 25),
      ).toBe('3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038');
      expect(await run('pass\0word', 'sa\0lt', 4096, 16)).toBe('56fa6aa75548099dcc37d7f03425e0c3');
    },
  );

  const prfs = [
    '1.2.840.113549.2.7',
    '1.2.840.113549.2.8',
    '1.2.840.113549.2.9',
    '1.2.840.113549.2.10',
    '1.2.840.113549.2.11',
    '1.2.840.113549.2.13',
    '2.16.840.1.101.3.4.2.14',
  ];
  it.each(prfs)('needs nothing of node:crypto for the pseudorandom function %s', async (oid) => {
    const digest = hmacByOid(oid);
    if (digest === null) throw new Error(oid);
    const password = Buffer.alloc(200, 'longer than any block');
    const salt = hex('00112233');
    const input = { digest, password, salt, iterations: 5, length: 100 };
    expect(toHex(await pbkdf2({ ...input, acceleration: false }))).toBe(
      pbkdf2Sync(password, salt, 5, 100, digest.opensslName).toString('hex'),
    );
  });

  it('falls back where node:crypto lacks the digest', async () => {
    const digest = digestByOid('2.16.840.1.101.3.4.2.1');
    if (digest === null) throw new Error('SHA-256');
    const input = {
      password: hex('01'),
      salt: hex('02'),
      iterations: 2,
      length: 32,
      acceleration: true,
    };
    const unknown = { ...digest, opensslName: 'no-such-digest' };
    expect(await pbkdf2({ ...input, digest: unknown })).toEqual(
      new Uint8Array(await pbkdf2({ ...input, digest })),
    );
  });
});
