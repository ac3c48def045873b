import { createCipheriv } from 'node:crypto';
import { integer, nullValue, octetString, oid, sequence } from './asn1/write.ts';
import { withPadding } from './ciphers/padding.ts';
import { sha1Digest, sha256Digest } from './digests.ts';
import { pbkdf2 } from './kdf/pbkdf2.ts';
import { kdfPurpose, pkcs12Kdf } from './kdf/pkcs12-kdf.ts';
import { schemes } from './oids.ts';
import type { PasswordForms } from './passwords.ts';

/** What a part is encrypted with. */
export type Sealing = {
  readonly forms: PasswordForms;
  readonly iterations: number;
  readonly random: (length: number) => Uint8Array;
  readonly acceleration: boolean;
};

/** An AlgorithmIdentifier and what it encrypted. */
export type Sealed = { readonly algorithm: Uint8Array; readonly bytes: Uint8Array };

const hmacWithSha256 = '1.2.840.113549.2.9';
const aes256Cbc = '2.16.840.1.101.3.4.1.42';
const pbeWithSha1And3Des = '1.2.840.113549.1.12.1.3';

/** Encrypts with PBES2 (RFC 8018 6.2): AES-256-CBC under a key from PBKDF2 with HMAC-SHA-256. */
export async function sealWithPbes2(plain: Uint8Array, sealing: Sealing): Promise<Sealed> {
  const { iterations, random, acceleration } = sealing;
  const [password = new Uint8Array(0)] = sealing.forms.text;
  const salt = random(16);
  const iv = random(16);
  const input = { digest: sha256Digest, password, salt, iterations, length: 32, acceleration };
  const key = await pbkdf2(input);
  const { cbc } = await import('@noble/ciphers/aes.js');
  const bytes = cbc(key, iv).encrypt(plain);
  key.fill(0);
  const prf = sequence(oid(hmacWithSha256), nullValue());
  const kdf = sequence(oid(schemes.pbkdf2), sequence(octetString(salt), integer(iterations), prf));
  const scheme = sequence(oid(aes256Cbc), octetString(iv));
  return { algorithm: sequence(oid(schemes.pbes2), sequence(kdf, scheme)), bytes };
}

/** Encrypts with pbeWithSHA1And3-KeyTripleDES-CBC (RFC 7292 Appendix C). */
export async function sealWithPbes1(plain: Uint8Array, sealing: Sealing): Promise<Sealed> {
  const { iterations, random } = sealing;
  const [password = new Uint8Array(0)] = sealing.forms.bmp;
  const salt = random(8);
  const input = { digest: sha1Digest, password, salt, iterations };
  const key = pkcs12Kdf({ ...input, purpose: kdfPurpose.key, length: 24 });
  const iv = pkcs12Kdf({ ...input, purpose: kdfPurpose.iv, length: 8 });
  const bytes = await tripleDes(key, iv, withPadding(plain, 8), sealing.acceleration);
  key.fill(0);
  const parameters = sequence(octetString(salt), integer(iterations));
  return { algorithm: sequence(oid(pbeWithSha1And3Des), parameters), bytes };
}

async function tripleDes(
  key: Uint8Array,
  iv: Uint8Array,
  blocks: Uint8Array,
  acceleration: boolean,
): Promise<Uint8Array> {
  if (acceleration) {
    try {
      const cipher = createCipheriv('des-ede3-cbc', key, iv).setAutoPadding(false);
      return Buffer.concat([cipher.update(blocks), cipher.final()]);
    } catch {
      // Without it in this build of node:crypto, node-forge follows.
    }
  }
  const { forgeDes } = await import('./ciphers/forge.ts');
  return forgeDes('encrypt', key, iv, blocks);
}
