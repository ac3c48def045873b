import type { TextKey } from '../text/english.ts';
import { english } from '../text/english.ts';
import { t } from '../text/text.ts';

/** `RSA 3072`, `EC P-256`, `Ed25519`: an algorithm with what tells its strength. */
export function keyWords(key: {
  algorithm: string;
  bits: number | null;
  curve: string | null;
}): string {
  const detail = key.curve ?? key.bits;
  return detail === null || key.algorithm === String(detail)
    ? key.algorithm
    : `${key.algorithm} ${String(detail)}`;
}

/** `SHA-256` out of `sha256WithRSAEncryption` or `ecdsa-with-SHA256`; else the name as it stands. */
export function signatureWords(algorithm: string): string {
  const bits = /^(?:ecdsa-with-)?sha(\d{1,3})(?:WithRSA(?:Encryption)?)?$/iu.exec(algorithm)?.[1];
  return bits === undefined ? algorithm : `SHA-${bits}`;
}

/** Extended key usages as words where a person knows them, else as the RFC or the OID names them. */
export function usageWords(usages: readonly string[]): string[] {
  return usages.map((usage) => {
    const key = `inspect.eku.${usage}`;
    return isText(key) ? t(key) : usage;
  });
}

/** Whether there are words under a key that was put together. */
export function isText(key: string): key is TextKey {
  return Object.hasOwn(english, key);
}
