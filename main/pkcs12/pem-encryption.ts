import { aesCbc, desCbc } from './ciphers/cipher.ts';
import { md5Digest } from './digests.ts';
import { Pkcs12Error, malformed } from './errors.ts';
import type { Cipher } from './ciphers/cipher.ts';
import type { PemBlock } from './pem.ts';
import type { LayerFacts } from './types.ts';

const ciphers: Readonly<Record<string, Cipher>> = {
  'AES-128-CBC': aesCbc(16),
  'AES-192-CBC': aesCbc(24),
  'AES-256-CBC': aesCbc(32),
  'DES-EDE3-CBC': desCbc(24),
  'DES-CBC': desCbc(8),
};

/** Whether the block is encrypted in OpenSSL's own way, by lines before its body (RFC 1421 4.6). */
export function isTraditionallyEncrypted(block: PemBlock): boolean {
  return block.headers.includes('ENCRYPTED');
}

/**
 * Decrypts a block of OpenSSL's traditional form: `DEK-Info: CIPHER,IV`, the key from one round of MD5 over password
 * and salt (EVP_BytesToKey). Throws `unsupported-algorithm` with the cipher's name, `malformed`, `decryption-failed`.
 */
export async function decryptTraditional(
  block: PemBlock,
  password: Uint8Array,
  acceleration: boolean,
): Promise<{ plain: Uint8Array; layer: LayerFacts }> {
  const [, name = '', digits = ''] =
    /^DEK-Info: ([A-Z0-9-]{1,32}),([0-9A-F]{16,64})\s*$/imu.exec(block.headers) ?? [];
  if (name === '') throw malformed('DEK-Info');
  const cipher = ciphers[name.toUpperCase()];
  if (cipher === undefined) throw new Pkcs12Error('unsupported-algorithm', name);
  const iv = Buffer.from(digits, 'hex');
  if (iv.length !== cipher.ivLength || block.bytes.length % cipher.blockSize !== 0) {
    throw malformed('DEK-Info');
  }
  const key = keyFrom(password, iv.subarray(0, 8), cipher.keyLength);
  const plain = await cipher.decrypt({ key, iv, bytes: block.bytes, acceleration });
  key.fill(0);
  const layer = { algorithm: name, kdf: 'MD5', iterations: 1, opensslName: name, oidName: name };
  return { plain, layer: { part: 'key', ...layer } };
}

function keyFrom(password: Uint8Array, salt: Uint8Array, length: number): Uint8Array {
  let bytes = new Uint8Array(0);
  let last = new Uint8Array(0);
  while (bytes.length < length) {
    last = Uint8Array.from(md5Digest.hash(Buffer.concat([last, password, salt])));
    bytes = Uint8Array.from([...bytes, ...last]);
  }
  return bytes.slice(0, length);
}
