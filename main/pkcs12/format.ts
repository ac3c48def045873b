import { readElement } from './asn1/read.ts';
import { isContext, oidText, tags } from './asn1/values.ts';
import { decodeBase64 } from './pem.ts';
import type { FileFormat } from '../../preload/contract/inspection.ts';
import type { Element } from './asn1/read.ts';

/** Without narrowing: here it is the answer no that leads on. */
function hasTag(element: Element | undefined, tagNumber: number): boolean {
  return element?.tagClass === 0 && element.tagNumber === tagNumber;
}

const pkcs7Arc = '1.2.840.113549.1.7.';

/**
 * What a file is, by its content and never by its name. `unknown` also stands for a broken ASN.1 structure,
 * whose reader says more about it. Never throws.
 */
export function formatOf(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return 'empty';
  if (bytes[0] === 0x30) return derFormat(bytes);
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return 'zip';
  if (start.startsWith('feedfeed') || start.startsWith('cececece')) return 'jks';
  if (/^0000000[12]00000014/u.test(start)) return 'bks';
  if (start.startsWith('25504446')) return 'pdf';
  return textFormat(bytes);
}

function textFormat(bytes: Uint8Array): FileFormat {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return 'text';
  }
  const text = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  if (text.includes('-----BEGIN ')) return 'pem';
  if (/<!doctype html|<html[\s>]/iu.test(text.slice(0, 2048))) return 'html';
  if (decodeBase64(bytes)?.[0] === 0x30) return 'base64';
  // Control characters other than tab, line ends and form feed do not occur in text.
  return /[^\t\n\f\r\u0020-\u007e\u0080-\u00ff]/u.test(text) ? 'unknown' : 'text';
}

function derFormat(bytes: Uint8Array): FileFormat {
  try {
    return structureOf(readElement(bytes).children);
  } catch {
    return looksLikePfx(bytes) ? 'pkcs12' : 'unknown';
  }
}

function structureOf(children: readonly Element[]): FileFormat {
  const [first, second, third] = children;
  if (first === undefined) return 'unknown';
  if (hasTag(first, tags.oid)) {
    return oidText(first.content).startsWith(pkcs7Arc) && isContext(second, 0)
      ? 'pkcs7'
      : 'unknown';
  }
  if (hasTag(first, tags.integer)) return numberedFormat(second, third);
  if (!hasTag(first, tags.sequence)) return 'unknown';
  if (hasTag(second, tags.octetString) && hasTag(first.children[0], tags.oid)) {
    return 'pkcs8';
  }
  if (hasTag(second, tags.sequence) && hasTag(third, tags.bitString)) {
    return signedFormat(first.children);
  }
  return 'unknown';
}

function numberedFormat(second: Element | undefined, third: Element | undefined): FileFormat {
  if (hasTag(second, tags.integer)) return 'private-key';
  if (hasTag(second, tags.octetString)) return 'private-key';
  const type = hasTag(second, tags.sequence) ? second?.children[0] : undefined;
  if (type === undefined || !hasTag(type, tags.oid)) return 'unknown';
  if (oidText(type.content).startsWith(pkcs7Arc)) return 'pkcs12';
  return hasTag(third, tags.octetString) ? 'pkcs8' : 'unknown';
}

/** Certificate (RFC 5280 4.1), CertificationRequest (RFC 2986 4.2) or CertificateList (RFC 5280 5.1). */
function signedFormat(signed: readonly Element[]): FileFormat {
  const [first, second, third, fourth] = signed;
  if (isContext(first, 0)) return 'der-certificate';
  if (isTime(third) || isTime(fourth)) return 'crl';
  if (hasTag(first, tags.integer)) {
    if (isContext(fourth, 0) || fourth === undefined) return 'certificate-request';
    return hasTag(second, tags.sequence) ? 'der-certificate' : 'unknown';
  }
  return 'unknown';
}

function isTime(element: Element | undefined): boolean {
  return hasTag(element, tags.utcTime) || hasTag(element, tags.generalizedTime);
}

/** A damaged or cut file that begins as a PFX: version 3, and the identifier of a PKCS#7 type soon after. */
function looksLikePfx(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('hex');
  return start.includes('020103') && start.includes('2a864886f70d0107');
}
