import { describe, expect, it } from 'vitest';
import {
  digestByOid,
  md5Digest,
  sha1Digest,
  sha512Digest,
} from '../../../../../main/pkcs12/digests.ts';
import { pkcs12Kdf } from '../../../../../main/pkcs12/kdf/pkcs12-kdf.ts';
import { passwordForms } from '../../../../../main/pkcs12/passwords.ts';
import { hex, toHex } from '../support/bytes.ts';
import type { Digest } from '../../../../../main/pkcs12/digests.ts';

function derive(
  digest: Digest,
  text: string,
  salt: string,
  rest: { iterations: number; purpose: 1 | 2 | 3; length: number },
): string {
  const password = passwordForms(text).bmp[0] ?? new Uint8Array(0);
  return toHex(pkcs12Kdf({ digest, password, salt: hex(salt), ...rest }));
}

describe('the key derivation of PKCS#12', () => {
  it('gives the test vectors of the "smeg" and "queeg" passwords', () => {
    const one = { iterations: 1 };
    expect(derive(sha1Digest, 'smeg', '0a58cf64530d823f', { ...one, purpose: 1, length: 24 })).toBe(
      '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3',
    );
    expect(derive(sha1Digest, 'smeg', '0a58cf64530d823f', { ...one, purpose: 2, length: 8 })).toBe(
      '79993dfe048d3b76',
    );
    expect(derive(sha1Digest, 'smeg', '3d83c0e4546ac140', { ...one, purpose: 3, length: 20 })).toBe(
      '8d967d88f6caa9d714800ab3d48051d63f73a312',
    );
    const thousand = { iterations: 1000 };
    expect(
      derive(sha1Digest, 'queeg', '05dec959acff72f7', { ...thousand, purpose: 1, length: 24 }),
    ).toBe('ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4');
    expect(
      derive(sha1Digest, 'queeg', '05dec959acff72f7', { ...thousand, purpose: 2, length: 8 }),
    ).toBe('11dedad7758d4860');
    expect(
      derive(sha1Digest, 'queeg', '263216fcc2fab31c', { ...thousand, purpose: 3, length: 20 }),
    ).toBe('5ec4c7a80df652294c3925b6489a7ab857c83476');
  });

  it('gives the same through the tight loop as hash by hash', () => {
    const digests = [
      '1.3.14.3.2.26',
      '2.16.840.1.101.3.4.2.4',
      '2.16.840.1.101.3.4.2.1',
      '2.16.840.1.101.3.4.2.2',
      '2.16.840.1.101.3.4.2.3',
    ];
    for (const oid of digests) {
      const digest = digestByOid(oid);
      if (digest === null) throw new Error(oid);
      const input = { iterations: 7, purpose: 1, length: 150 } as const;
      const slow = { ...digest, blocks: null };
      expect(derive(digest, 'päß', '0102030405', input)).toBe(
        derive(slow, 'päß', '0102030405', input),
      );
    }
  });

  it('takes other digests and the null password', () => {
    const input = { salt: hex('0011'), iterations: 3, purpose: 3, length: 16 } as const;
    const empty = new Uint8Array(0);
    expect(pkcs12Kdf({ digest: md5Digest, password: empty, ...input })).toHaveLength(16);
    expect(pkcs12Kdf({ digest: sha512Digest, password: empty, ...input })).not.toEqual(
      pkcs12Kdf({ digest: sha512Digest, password: new Uint8Array(2), ...input }),
    );
  });
});
