import { Pkcs12Error, malformed } from '../errors.ts';
import type { Element } from './read.ts';

/** Universal tag numbers (X.680 8.4). */
export const tags = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  enumerated: 10,
  utf8String: 12,
  sequence: 16,
  set: 17,
  numericString: 18,
  printableString: 19,
  t61String: 20,
  ia5String: 22,
  utcTime: 23,
  generalizedTime: 24,
  visibleString: 26,
  universalString: 28,
  bmpString: 30,
} as const;

const maxJoinDepth = 16;

/** Whether the element has this universal tag number. */
export function isUniversal(element: Element | undefined, tagNumber: number): element is Element {
  return element !== undefined && element.tagClass === 0 && element.tagNumber === tagNumber;
}

/** Whether the element has this context-specific tag number, `[n]`. */
export function isContext(element: Element | undefined, tagNumber: number): element is Element {
  return element !== undefined && element.tagClass === 2 && element.tagNumber === tagNumber;
}

/** The element itself when it has this universal tag; throws `malformed` with `place` otherwise. */
export function expectUniversal(
  element: Element | undefined,
  tagNumber: number,
  place: string,
): Element {
  if (!isUniversal(element, tagNumber)) throw malformed(place);
  return element;
}

/** The children of a SEQUENCE; throws `malformed` with `place` when it is none. */
export function sequenceOf(element: Element | undefined, place: string): readonly Element[] {
  const sequence = expectUniversal(element, tags.sequence, place);
  if (!sequence.constructed) throw malformed(place);
  return sequence.children;
}

/** The one element inside an EXPLICIT `[n]`; throws `malformed` with `place` when there is not exactly one. */
export function explicitOf(
  element: Element | undefined,
  tagNumber: number,
  place: string,
): Element {
  if (!isContext(element, tagNumber) || !element.constructed) throw malformed(place);
  const [inner, ...rest] = element.children;
  if (inner === undefined || rest.length > 0) throw malformed(place);
  return inner;
}

/**
 * The octets of an OCTET STRING or of an IMPLICIT one, the parts of a constructed one joined (X.690 8.7.3).
 * Throws `malformed`, or `nesting-too-deep` past 16 levels of parts.
 */
export function octetsOf(element: Element, level = 0): Uint8Array {
  if (!element.constructed) return element.content;
  if (level >= maxJoinDepth) throw new Pkcs12Error('nesting-too-deep', String(maxJoinDepth));
  const parts = element.children.map((part) =>
    octetsOf(expectUniversal(part, tags.octetString, 'OCTET STRING'), level + 1),
  );
  const [only, second] = parts;
  return only !== undefined && second === undefined ? only : Buffer.concat(parts);
}

/** The value of an INTEGER (or ENUMERATED), two's complement. Throws `malformed`. */
export function integerOf(element: Element | undefined, place = 'INTEGER'): bigint {
  if (!isUniversal(element, tags.integer) && !isUniversal(element, tags.enumerated)) {
    throw malformed(place);
  }
  if (element.constructed || element.content.length === 0) throw malformed(place);
  const magnitude = BigInt(`0x${hexOf(element.content)}`);
  const negative = ((element.content[0] ?? 0) & 0x80) !== 0;
  return negative ? magnitude - (1n << BigInt(element.content.length * 8)) : magnitude;
}

/** An INTEGER as a number, for counts and versions; a value past 2^53 comes out as about that large. */
export function countOf(element: Element | undefined, place = 'INTEGER'): number {
  if (element !== undefined && element.content.length > 32) throw malformed(place);
  return Number(integerOf(element, place));
}

/** A BOOLEAN: anything but zero is true (BER). Throws `malformed`. */
export function booleanOf(element: Element | undefined, place = 'BOOLEAN'): boolean {
  const { content } = expectUniversal(element, tags.boolean, place);
  if (content.length !== 1) throw malformed(place);
  return content[0] !== 0;
}

/** An OBJECT IDENTIFIER as dotted text, arcs of any size (X.690 8.19). Throws `malformed`. */
export function oidOf(element: Element | undefined, place = 'OBJECT IDENTIFIER'): string {
  return oidText(expectUniversal(element, tags.oid, place).content, place);
}

/** The same from the content octets alone, for an IMPLICIT identifier. */
export function oidText(content: Uint8Array, place = 'OBJECT IDENTIFIER'): string {
  const last = content.at(-1);
  if (last === undefined || (last & 0x80) !== 0 || content.length > 256) throw malformed(place);
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if ((byte & 0x80) !== 0) continue;
    if (arcs.length === 0) {
      const root = arc < 80n ? arc / 40n : 2n;
      arcs.push(root, arc - root * 40n);
    } else {
      arcs.push(arc);
    }
    arc = 0n;
  }
  return arcs.join('.');
}

/** A BIT STRING: its octets and how many bits of the last one do not count (0 to 7). Throws `malformed`. */
export function bitStringOf(
  element: Element | undefined,
  place = 'BIT STRING',
): { bytes: Uint8Array; unusedBits: number } {
  const bits = expectUniversal(element, tags.bitString, place);
  if (bits.constructed) {
    const parts = bits.children.map((part) => bitStringOf(part, place));
    return {
      bytes: Buffer.concat(parts.map((part) => part.bytes)),
      unusedBits: parts.at(-1)?.unusedBits ?? 0,
    };
  }
  const unusedBits = bits.content[0];
  if (unusedBits === undefined || unusedBits > 7) throw malformed(place);
  if (unusedBits > 0 && bits.content.length === 1) throw malformed(place);
  return { bytes: bits.content.subarray(1), unusedBits };
}

/** Bytes as lower-case hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** Whether two byte strings are equal; not for secrets (it stops at the first difference). */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
