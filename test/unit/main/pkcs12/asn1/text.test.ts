import { describe, expect, it } from 'vitest';
import { readElement } from '../../../../../main/pkcs12/asn1/read.ts';
import { textOf, timeOf } from '../../../../../main/pkcs12/asn1/text.ts';
import { bmpString, der } from '../../../../../main/pkcs12/asn1/write.ts';
import { ascii, hex } from '../support/bytes.ts';
import { failureOf } from '../support/failure.ts';

const text = (encoded: Uint8Array): string => textOf(readElement(encoded));
const time = (tag: number, value: string): string =>
  new Date(timeOf(readElement(der(tag, ascii(value))))).toISOString();

describe('ASN.1 strings', () => {
  it('reads BMPString with surrogate pairs', () => {
    expect(text(bmpString('Büro € 🔑'))).toBe('Büro € 🔑');
  });

  it('puts a replacement character for half a pair and passes over half a unit', () => {
    expect(text(hex('1e05 0041 d83d 00'))).toBe('A\ufffd');
  });

  it('reads UTF8String, UniversalString and T61String', () => {
    expect(text(der(0x0c, Buffer.from('Ünicode')))).toBe('Ünicode');
    expect(text(hex('1c04 0001f511'))).toBe('🔑');
    expect(text(hex('1402 dc41'))).toBe('ÜA');
  });

  it('takes no number for text', () => {
    expect(failureOf(() => text(hex('020100')))).toBe('malformed');
  });
});

describe('ASN.1 times', () => {
  it('puts two-digit years from 1950 to 2049', () => {
    expect(time(0x17, '500101000000Z')).toBe('1950-01-01T00:00:00.000Z');
    expect(time(0x17, '491231235959Z')).toBe('2049-12-31T23:59:59.000Z');
  });

  it('reads zones, missing seconds and fractions', () => {
    expect(time(0x17, '2601010130+0130')).toBe('2026-01-01T00:00:00.000Z');
    expect(time(0x18, '20500615120000.5Z')).toBe('2050-06-15T12:00:00.000Z');
    expect(time(0x18, '0001010100Z')).toBe('0001-01-01T00:00:00.000Z');
  });

  it('refuses a day that does not exist, and text', () => {
    expect(failureOf(() => time(0x17, '260230000000Z'))).toBe('malformed');
    expect(failureOf(() => time(0x17, '261301000000Z'))).toBe('malformed');
    expect(failureOf(() => time(0x18, 'tomorrow'))).toBe('malformed');
  });
});
