import { createHmac } from 'node:crypto';
import { hmac } from '@noble/hashes/hmac.js';
import type { Digest } from '../digests.ts';

/** HMAC (RFC 2104) of `content`. */
export function authenticate(
  digest: Digest,
  key: Uint8Array,
  content: Uint8Array,
  acceleration: boolean,
): Uint8Array {
  if (acceleration) {
    try {
      return createHmac(digest.opensslName, key).update(content).digest();
    } catch {
      // BoringSSL has fewer digests than OpenSSL: ours follows.
    }
  }
  return hmac(digest.hash, key, content);
}
