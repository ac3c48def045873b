import { createDecipheriv } from 'node:crypto';
import { Pkcs12Error } from '../errors.ts';
import { withoutPadding } from './padding.ts';
import { rc4 } from './rc4.ts';

/** A way to decrypt, with what it needs to be keyed. Lengths in bytes. */
export type Cipher = {
  readonly keyLength: number;
  /** 0 for a stream cipher. */
  readonly ivLength: number;
  /** What the length of the encrypted bytes is a multiple of; 1 where it may be anything. */
  readonly blockSize: number;
  /** The plain bytes, without padding. Throws `decryption-failed`. */
  readonly decrypt: (job: CipherJob) => Promise<Uint8Array>;
};

export type CipherJob = {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly bytes: Uint8Array;
  readonly acceleration: boolean;
};

/** AES-CBC (NIST SP 800-38A 6.2) with a key of 16, 24 or 32 bytes. */
export function aesCbc(keyLength: number): Cipher {
  return {
    keyLength,
    ivLength: 16,
    blockSize: 16,
    decrypt: async (job) => {
      const native = nativeBlocks(`aes-${keyLength * 8}-cbc`, job);
      return withoutPadding(native ?? (await aesBlocks(job)), 16);
    },
  };
}

/** AES-GCM (RFC 5084) with its 16-byte (or shorter) tag at the end of the encrypted bytes. */
export function aesGcm(keyLength: number, ivLength: number, tagLength: number): Cipher {
  return {
    keyLength,
    ivLength,
    blockSize: 1,
    decrypt: async ({ key, iv, bytes }) => {
      if (bytes.length < tagLength) throw new Pkcs12Error('malformed', 'AES-GCM');
      const { gcm } = await import('@noble/ciphers/aes.js');
      try {
        return gcm(key, iv).decrypt(bytes);
      } catch {
        throw new Pkcs12Error('decryption-failed', 'AES-GCM');
      }
    },
  };
}

/** Loaded when needed: its tables take longer to make than most files to open. */
async function aesBlocks({ key, iv, bytes }: CipherJob): Promise<Uint8Array> {
  const { cbc } = await import('@noble/ciphers/aes.js');
  return cbc(key, iv, { disablePadding: true }).decrypt(bytes);
}

/** DES-CBC (8-byte key) or DES-EDE3-CBC (24-byte key; 16 bytes stand for two keys, the first used twice). */
export function desCbc(keyLength: 8 | 16 | 24): Cipher {
  return {
    keyLength,
    ivLength: 8,
    blockSize: 8,
    decrypt: async (job) => {
      const { iv, bytes, acceleration } = job;
      const key = keyLength === 16 ? Buffer.concat([job.key, job.key.subarray(0, 8)]) : job.key;
      const native =
        keyLength === 8 ? null : nativeBlocks('des-ede3-cbc', { key, iv, bytes, acceleration });
      return withoutPadding(
        native ?? (await import('./forge.ts')).forgeDes('decrypt', key, iv, bytes),
        8,
      );
    },
  };
}

/** RC2-CBC (RFC 2268) with that many effective bits. */
export function rc2Cbc(keyLength: number, effectiveBits: number): Cipher {
  return {
    keyLength,
    ivLength: 8,
    blockSize: 8,
    decrypt: async ({ key, iv, bytes }) => {
      const { forgeRc2 } = await import('./forge.ts');
      return withoutPadding(forgeRc2(key, effectiveBits, iv, bytes), 8);
    },
  };
}

/** RC4: nothing in it tells a right key from a wrong one. */
export function rc4Stream(keyLength: number): Cipher {
  return {
    keyLength,
    ivLength: 0,
    blockSize: 1,
    decrypt: async ({ key, bytes }) => rc4(key, bytes),
  };
}

/** Null where acceleration is off or this build of node:crypto lacks the cipher. */
function nativeBlocks(
  name: string,
  { key, iv, bytes, acceleration }: CipherJob,
): Uint8Array | null {
  if (!acceleration) return null;
  try {
    const decipher = createDecipheriv(name, key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch {
    return null;
  }
}
