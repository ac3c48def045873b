import { tags } from './values.ts';

/** A DER element (X.690 10.1) from its identifier octet and the parts of its content. */
export function der(identifier: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.of(identifier), lengthOctets(length), ...parts]);
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(0x80 | octets.length, ...octets);
}

/** SEQUENCE of already encoded elements. */
export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(0x20 | tags.sequence, ...parts);
}

/** SET OF in DER order: sorted by encoding (X.690 11.6). */
export function setOf(...parts: readonly Uint8Array[]): Uint8Array {
  return der(0x20 | tags.set, ...[...parts].sort((left, right) => Buffer.compare(left, right)));
}

/** INTEGER, not negative. */
export function integer(value: number | bigint): Uint8Array {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  const needsZero = ((bytes[0] ?? 0) & 0x80) !== 0;
  return der(tags.integer, needsZero ? Buffer.concat([Uint8Array.of(0), bytes]) : bytes);
}

/** OBJECT IDENTIFIER from dotted text. */
export function oid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map((arc) => BigInt(arc));
  const octets = [first * 40n + second, ...rest].flatMap((arc) => base128(arc));
  return der(tags.oid, Uint8Array.from(octets));
}

function base128(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return octets;
}

/** OCTET STRING. */
export function octetString(bytes: Uint8Array): Uint8Array {
  return der(tags.octetString, bytes);
}

/** BMPString: UTF-16 big endian. */
export function bmpString(text: string): Uint8Array {
  return der(tags.bmpString, Buffer.from(text, 'utf16le').swap16());
}

/** NULL. */
export function nullValue(): Uint8Array {
  return der(tags.null);
}

/** EXPLICIT `[n]` around one encoded element, or IMPLICIT `[n]` around the content of a constructed one. */
export function context(tagNumber: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return der(0xa0 | tagNumber, ...parts);
}
