import { malformed } from '../errors.ts';
import { tags } from './values.ts';
import type { Element } from './read.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The text of a character string. UTF8String, BMPString (UTF-16BE, surrogate pairs too), UniversalString
 * (UTF-32BE), and the single-byte types as ISO 8859-1, T61String too (what every known writer means by it).
 * Bytes that are no character become U+FFFD. Throws `malformed` for another type.
 */
export function textOf(element: Element | undefined, place = 'string'): string {
  if (element === undefined || element.tagClass !== 0) throw malformed(place);
  return decodeText(element.tagNumber, octetsOfString(element), place);
}

/** The same from a tag number and octets, for an IMPLICIT string. */
export function decodeText(tagNumber: number, bytes: Uint8Array, place = 'string'): string {
  switch (tagNumber) {
    case tags.utf8String:
      return utf8.decode(bytes);
    case tags.bmpString:
      return utf16(bytes);
    case tags.universalString:
      return utf32(bytes);
    case tags.numericString:
    case tags.printableString:
    case tags.t61String:
    case tags.ia5String:
    case tags.visibleString:
      return Buffer.from(bytes).toString('latin1');
    default:
      throw malformed(place);
  }
}

function octetsOfString(element: Element): Uint8Array {
  if (!element.constructed) return element.content;
  return Buffer.concat(element.children.map((part) => part.content));
}

function utf16(bytes: Uint8Array): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return even.swap16().toString('utf16le').toWellFormed();
}

function utf32(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let offset = 0; offset + 4 <= bytes.length; offset += 4) {
    const point = view.getUint32(offset);
    text += String.fromCodePoint(point > 0x10_ffff ? 0xfffd : point);
  }
  return text.toWellFormed();
}

const utcPattern = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?$/u;
const generalizedPattern =
  /^(\d{4})(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)?(Z|[+-]\d{4})?$/u;

/**
 * UTCTime (a year under 50 is 20xx, RFC 5280 4.1.2.5.1) or GeneralizedTime as epoch ms; a time without a zone
 * counts as UTC. Throws `malformed`.
 */
export function timeOf(element: Element | undefined, place = 'Time'): number {
  if (element === undefined || element.tagClass !== 0) throw malformed(place);
  const text = Buffer.from(element.content).toString('latin1');
  if (element.tagNumber === tags.utcTime) {
    const match = utcPattern.exec(text);
    if (match === null) throw malformed(place);
    const [, shortYear, month, day, hour, minute, second, zone] = match;
    const year = Number(shortYear) + (Number(shortYear) < 50 ? 2000 : 1900);
    return epochMs([year, month, day, hour, minute, second], zone, place);
  }
  if (element.tagNumber !== tags.generalizedTime) throw malformed(place);
  const match = generalizedPattern.exec(text);
  if (match === null) throw malformed(place);
  const [, year, month, day, hour, minute, second, , zone] = match;
  return epochMs([Number(year), month, day, hour, minute, second], zone, place);
}

type TimeParts = readonly [number, ...(string | undefined)[]];

function epochMs(parts: TimeParts, zone: string | undefined, place: string): number {
  const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day);
  date.setUTCHours(hour ?? 0, minute ?? 0, second ?? 0);
  // A date that does not exist (month 13, 30 February) rolls over in `Date`; it is refused instead.
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) throw malformed(place);
  if (zone === undefined || zone === 'Z') return date.getTime();
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  return date.getTime() - (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
