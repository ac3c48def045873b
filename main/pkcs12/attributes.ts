import { hexOf, isUniversal, octetsOf, oidText, tags } from './asn1/values.ts';
import { textOf } from './asn1/text.ts';
import { attributeTypes } from './oids.ts';
import type { Element } from './asn1/read.ts';

/** The attributes of a bag that people know (RFC 7292 4.2, RFC 2985 5.5). */
export type BagAttributes = {
  readonly friendlyName: string | null;
  /** Hexadecimal, lower case. */
  readonly localKeyId: string | null;
  /** Microsoft's cryptographic service provider. */
  readonly cspName: string | null;
};

/**
 * Reads the `bagAttributes` SET. Of a repeated attribute the first counts, as in OpenSSL. An attribute that is
 * not as its RFC says is passed over: it is a label, and no reason not to open the file.
 */
export function attributesOf(set: Element | undefined): BagAttributes {
  const values = new Map<string, Element>();
  if (isUniversal(set, tags.set)) {
    for (const attribute of set.children) {
      const [type, valueSet] = attribute.children;
      const value = valueSet?.children[0];
      if (!isUniversal(type, tags.oid) || value === undefined) continue;
      const oid = oidText(type.content);
      if (!values.has(oid)) values.set(oid, value);
    }
  }
  const keyId = values.get(attributeTypes.localKeyId);
  return {
    friendlyName: labelOf(values.get(attributeTypes.friendlyName)),
    localKeyId: isUniversal(keyId, tags.octetString) ? hexOf(octetsOf(keyId)) : null,
    cspName: labelOf(values.get(attributeTypes.cspName)),
  };
}

const stringTags: ReadonlySet<number> = new Set([
  tags.utf8String,
  tags.bmpString,
  tags.universalString,
  tags.printableString,
  tags.t61String,
  tags.ia5String,
  tags.visibleString,
  tags.numericString,
]);

function labelOf(value: Element | undefined): string | null {
  if (value === undefined || value.tagClass !== 0 || !stringTags.has(value.tagNumber)) return null;
  return textOf(value);
}
