import { explicitOf, isUniversal, octetsOf, oidOf, sequenceOf, tags } from './asn1/values.ts';
import { attributesOf } from './attributes.ts';
import { encryptedOf, encryptionOf } from './encryption.ts';
import { Pkcs12Error, malformed } from './errors.ts';
import { bagTypes, certificateTypes } from './oids.ts';
import type { Element } from './asn1/read.ts';
import type { BagAttributes } from './attributes.ts';
import type { Encrypted } from './encryption-types.ts';
import type { Limits } from './limits.ts';

/** One SafeBag (RFC 7292 4.2). A key may be encrypted once more by itself. */
export type Bag =
  | { readonly kind: 'certificate'; readonly der: Uint8Array; readonly attributes: BagAttributes }
  | { readonly kind: 'key'; readonly pkcs8: Uint8Array; readonly attributes: BagAttributes }
  | {
      readonly kind: 'shrouded-key';
      /** Why it can't be decrypted, where its scheme is unknown or past the limits. */
      readonly key: Encrypted | Pkcs12Error;
      readonly attributes: BagAttributes;
    }
  | { readonly kind: 'other'; readonly name: string };

/**
 * The bags of a SafeContents, those of nested ones in their place. Throws `malformed`, or `nesting-too-deep`.
 * A scheme that is not supported is kept in its bag: the MAC has the first word on the password.
 */
export function bagsOf(safeContents: Element, limits: Limits, level = 0): Bag[] {
  if (level > limits.maxSafeDepth) {
    throw new Pkcs12Error('nesting-too-deep', `SafeContents ${limits.maxSafeDepth}`);
  }
  const bags = sequenceOf(safeContents, 'SafeContents').flatMap((bag) => bagOf(bag, limits, level));
  if (bags.length > limits.maxBags) throw malformed('SafeContents');
  return bags;
}

function bagOf(safeBag: Element, limits: Limits, level: number): Bag[] {
  const [identifier, valueElement, attributeSet] = sequenceOf(safeBag, 'SafeBag');
  const value = explicitOf(valueElement, 0, 'SafeBag');
  const type = oidOf(identifier);
  switch (type) {
    case bagTypes.certificate:
      return [certificateBag(value, attributeSet)];
    case bagTypes.key:
      checkPrivateKeyInfo(value);
      return [{ kind: 'key', pkcs8: value.raw, attributes: attributesOf(attributeSet) }];
    case bagTypes.shroudedKey:
      return [
        {
          kind: 'shrouded-key',
          key: shroudedKeyOf(value, limits),
          attributes: attributesOf(attributeSet),
        },
      ];
    case bagTypes.safeContents:
      return bagsOf(value, limits, level + 1);
    case bagTypes.crl:
      return [{ kind: 'other', name: 'crl' }];
    case bagTypes.secret:
      return [{ kind: 'other', name: 'secret' }];
    default:
      return [{ kind: 'other', name: type }];
  }
}

function certificateBag(value: Element, attributeSet: Element | undefined): Bag {
  const [identifier, certificate] = sequenceOf(value, 'CertBag');
  const type = oidOf(identifier);
  if (type === certificateTypes.sdsi) return { kind: 'other', name: 'sdsi-certificate' };
  if (type !== certificateTypes.x509) return { kind: 'other', name: type };
  const octets = explicitOf(certificate, 0, 'CertBag');
  if (!isUniversal(octets, tags.octetString)) throw malformed('CertBag');
  return { kind: 'certificate', der: octetsOf(octets), attributes: attributesOf(attributeSet) };
}

/** EncryptedPrivateKeyInfo (RFC 5208 6) with its scheme read; throws `malformed`. */
export function shroudedKeyOf(value: Element, limits: Limits): Encrypted | Pkcs12Error {
  const [algorithm, octets] = sequenceOf(value, 'EncryptedPrivateKeyInfo');
  if (!isUniversal(octets, tags.octetString)) throw malformed('EncryptedPrivateKeyInfo');
  return supportedOf(algorithm, octets, limits);
}

/** The encrypted bytes with their scheme, or the `unsupported-algorithm` that it is. Throws everything else. */
export function supportedOf(
  algorithm: Element | undefined,
  content: Element,
  limits: Limits,
): Encrypted | Pkcs12Error {
  try {
    return encryptedOf(encryptionOf(algorithm, limits), content);
  } catch (error) {
    if (error instanceof Pkcs12Error && error.kind === 'unsupported-algorithm') return error;
    throw error;
  }
}

/** Throws `malformed` when the element is no PrivateKeyInfo (RFC 5208 5). */
export function checkPrivateKeyInfo(element: Element): void {
  const [version, algorithm, key] = sequenceOf(element, 'PrivateKeyInfo');
  if (!isUniversal(version, tags.integer)) throw malformed('PrivateKeyInfo');
  oidOf(sequenceOf(algorithm, 'PrivateKeyInfo')[0], 'PrivateKeyInfo');
  if (!isUniversal(key, tags.octetString)) throw malformed('PrivateKeyInfo');
}
