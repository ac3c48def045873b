import { hexOf, isUniversal, oidOf, sequenceOf, tags } from '../asn1/values.ts';
import { textOf } from '../asn1/text.ts';
import { malformed } from '../errors.ts';
import { attributeNames } from './attribute-names.ts';
import type { Element } from '../asn1/read.ts';

/** One AttributeTypeAndValue of a distinguished name. */
export type NameAttribute = {
  readonly type: string;
  readonly value: Element;
  /** Which RelativeDistinguishedName it stands in, from 0; equal numbers belong together. */
  readonly rdn: number;
};

/** A distinguished name (RFC 5280 4.1.2.4), in the order of the certificate. */
export type Name = {
  readonly raw: Uint8Array;
  readonly attributes: readonly NameAttribute[];
};

const characterStrings: ReadonlySet<number> = new Set([
  tags.utf8String,
  tags.numericString,
  tags.printableString,
  tags.t61String,
  tags.ia5String,
  tags.visibleString,
  tags.universalString,
  tags.bmpString,
]);

/** Reads a Name. Throws `malformed` with `place`. */
export function readName(element: Element | undefined, place: string): Name {
  const attributes = sequenceOf(element, place).flatMap((set, rdn) => {
    if (!isUniversal(set, tags.set) || !set.constructed) throw malformed(place);
    return set.children.map((pair) => {
      const [type, value] = sequenceOf(pair, place);
      if (value === undefined) throw malformed(place);
      return { type: oidOf(type, place), value, rdn };
    });
  });
  return { raw: element?.raw ?? new Uint8Array(), attributes };
}

/**
 * RFC 4514 text, most specific first, as `openssl x509 -nameopt RFC2253,-esc_msb` prints it: OpenSSL's short
 * names, unknown attributes as `1.2.3.4=#0C03616263`, letters beyond ASCII as they are.
 */
export function nameText(name: Name): string {
  let text = '';
  let previous: number | null = null;
  for (const attribute of name.attributes.toReversed()) {
    if (previous !== null) text += previous === attribute.rdn ? '+' : ',';
    text += `${attributeNames[attribute.type] ?? attribute.type}=${attributeText(attribute)}`;
    previous = attribute.rdn;
  }
  return text;
}

/** The values of one attribute type as plain text, in the order of the certificate; empty ones left out. */
export function valuesOf(name: Name, type: string): string[] {
  return name.attributes
    .filter((attribute) => attribute.type === type && isText(attribute.value))
    .map((attribute) => textOf(attribute.value))
    .filter((text) => text.length > 0);
}

/**
 * A name in the form in which two of them are compared (RFC 5280 7.1): letter case and runs of spaces do not
 * count, nor does which string type holds the text.
 */
export function comparableName(name: Name): string {
  return JSON.stringify(
    name.attributes.map(({ type, value, rdn }) => [
      rdn,
      type,
      isText(value)
        ? textOf(value).normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')
        : hexOf(value.raw),
    ]),
  );
}

function isText(value: Element): boolean {
  return value.tagClass === 0 && characterStrings.has(value.tagNumber);
}

function attributeText({ type, value }: NameAttribute): string {
  if (attributeNames[type] === undefined || !isText(value)) {
    return `#${hexOf(value.raw).toUpperCase()}`;
  }
  return escapeText(textOf(value));
}

/** RFC 4514 2.4, with control characters as two hexadecimal digits. */
function escapeText(text: string): string {
  const escaped = text.replace(/[\\,+"<>;]/gu, '\\$&').replace(/\p{Cc}/gu, (control) => {
    const code = control.charCodeAt(0);
    // OpenSSL leaves the C1 controls alone, as it does every character beyond ASCII.
    return code > 0x7f ? control : `\\${code.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const start = /^[ #]/u.test(text) ? '\\' : '';
  const hasFinalSpace = text.length > 1 && text.endsWith(' ');
  return start + (hasFinalSpace ? `${escaped.slice(0, -1)}\\ ` : escaped);
}
