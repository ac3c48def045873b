import { readElement } from './asn1/read.ts';
import {
  countOf,
  explicitOf,
  isContext,
  isUniversal,
  octetsOf,
  oidOf,
  sequenceOf,
  tags,
} from './asn1/values.ts';
import { bagsOf, supportedOf } from './bags.ts';
import { Pkcs12Error, malformed } from './errors.ts';
import { macOf } from './mac.ts';
import { contentTypes } from './oids.ts';
import type { Element } from './asn1/read.ts';
import type { Bag } from './bags.ts';
import type { Encrypted } from './encryption-types.ts';
import type { Limits } from './limits.ts';
import type { Mac } from './mac.ts';

/** One ContentInfo of the AuthenticatedSafe. */
export type Safe =
  | { readonly kind: 'plain'; readonly bags: readonly Bag[] }
  | { readonly kind: 'encrypted'; readonly contents: Encrypted | Pkcs12Error }
  | { readonly kind: 'other'; readonly name: string };

/** A PFX (RFC 7292 4) as far as it can be read without a password. */
export type Pfx = {
  readonly safes: readonly Safe[];
  /** What the MAC is over. */
  readonly authenticated: Uint8Array;
  readonly mac: Mac | null;
};

/**
 * Reads the container; nothing is derived or decrypted. What follows the PFX in the file is ignored (.NET
 * writes such files). Throws `Pkcs12Error`: `not-pkcs12` where the outermost element is something else,
 * `truncated`, `malformed`, `unsupported-version`, `unsupported-integrity-mode`, `unsupported-encryption`,
 * `iterations-too-high`, `nesting-too-deep`.
 */
export function pfxOf(bytes: Uint8Array, limits: Limits): Pfx {
  const pfx = readElement(bytes);
  if (!isUniversal(pfx, tags.sequence) || !pfx.constructed) throw new Pkcs12Error('not-pkcs12');
  const [version, authSafe, macData] = pfx.children;
  if (!isUniversal(version, tags.integer) || !isUniversal(authSafe, tags.sequence)) {
    throw malformed('PFX');
  }
  checkVersion(countOf(version, 'PFX'), authSafe);
  const authenticated = authenticatedOf(authSafe);
  const safes = sequenceOf(readElement(authenticated), 'AuthenticatedSafe');
  const mac = macData === undefined ? null : macOf(macData, limits);
  return { safes: safes.map((safe) => safeOf(safe, limits)), authenticated, mac };
}

/** Version 3 is the only one there ever was; a small other number before a ContentInfo would be a newer one. */
function checkVersion(version: number, authSafe: Element): void {
  if (version === 3) return;
  if (version < 1 || version > 9) throw malformed('PFX version');
  oidOf(authSafe.children[0], 'authSafe');
  throw new Pkcs12Error('unsupported-version', String(version));
}

function authenticatedOf(authSafe: Element): Uint8Array {
  const [type, content] = authSafe.children;
  const contentType = oidOf(type, 'authSafe');
  if (contentType === contentTypes.signedData) {
    throw new Pkcs12Error('unsupported-integrity-mode', 'signedData');
  }
  if (contentType !== contentTypes.data) throw malformed('authSafe');
  return dataOf(content, 'authSafe');
}

function dataOf(content: Element | undefined, place: string): Uint8Array {
  const octets = explicitOf(content, 0, place);
  if (!isUniversal(octets, tags.octetString)) throw malformed(place);
  return octetsOf(octets);
}

function safeOf(contentInfo: Element, limits: Limits): Safe {
  const [type, content] = sequenceOf(contentInfo, 'ContentInfo');
  const contentType = oidOf(type, 'ContentInfo');
  switch (contentType) {
    case contentTypes.data: {
      const octets = dataOf(content, 'ContentInfo');
      if (octets.length === 0) return { kind: 'plain', bags: [] };
      return { kind: 'plain', bags: bagsOf(readElement(octets), limits) };
    }
    case contentTypes.encryptedData:
      return { kind: 'encrypted', contents: encryptedDataOf(content, limits) };
    case contentTypes.envelopedData:
      throw new Pkcs12Error('unsupported-encryption', 'envelopedData');
    default:
      return { kind: 'other', name: contentType };
  }
}

/** EncryptedData (RFC 2315 13). */
function encryptedDataOf(content: Element | undefined, limits: Limits): Encrypted | Pkcs12Error {
  const place = 'EncryptedData';
  const [, encryptedContentInfo] = sequenceOf(explicitOf(content, 0, place), place);
  const [type, algorithm, encrypted] = sequenceOf(encryptedContentInfo, place);
  oidOf(type, place);
  if (!isContext(encrypted, 0)) throw malformed(place);
  return supportedOf(algorithm, encrypted, limits);
}
