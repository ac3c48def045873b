import { describe, expect, it } from 'vitest';
import { readElement } from '../../../../../main/pkcs12/asn1/read.ts';
import {
  bitStringOf,
  booleanOf,
  countOf,
  explicitOf,
  integerOf,
  oidOf,
  sequenceOf,
} from '../../../../../main/pkcs12/asn1/values.ts';
import { context, integer, oid } from '../../../../../main/pkcs12/asn1/write.ts';
import { hex } from '../support/bytes.ts';
import { failureOf } from '../support/failure.ts';

const element = (digits: string) => readElement(hex(digits));

describe('ASN.1 values', () => {
  it('reads integers of either sign and any length', () => {
    expect(integerOf(element('020100'))).toBe(0n);
    expect(integerOf(element('0201ff'))).toBe(-1n);
    expect(integerOf(element('02020080'))).toBe(128n);
    expect(integerOf(element('0209 00ffffffffffffffff'))).toBe(0xffff_ffff_ffff_ffffn);
    expect(countOf(element('0204 7fffffff'))).toBe(2_147_483_647);
  });

  it('refuses an integer without octets and one that is something else', () => {
    expect(failureOf(() => integerOf(element('0200')))).toBe('malformed');
    expect(failureOf(() => integerOf(element('0401ff')))).toBe('malformed');
    expect(failureOf(() => integerOf(undefined))).toBe('malformed');
  });

  it('reads object identifiers with arcs of any size', () => {
    expect(oidOf(element('0609 2a864886f70d01070a'))).toBe('1.2.840.113549.1.7.10');
    expect(oidOf(element('0603 883703'))).toBe('2.999.3');
    for (const dotted of [
      '0.9.2342',
      '1.3.6.1.4.1.311.17.1',
      '2.25.329800735698586629295641978511506172918',
    ]) {
      expect(oidOf(readElement(oid(dotted)))).toBe(dotted);
    }
  });

  it('refuses an object identifier that breaks off', () => {
    expect(failureOf(() => oidOf(element('0602 2a86')))).toBe('malformed');
    expect(failureOf(() => oidOf(element('0600')))).toBe('malformed');
  });

  it('reads bit strings, also in parts, and refuses impossible ones', () => {
    expect(bitStringOf(element('0302 05a0'))).toEqual({ bytes: hex('a0'), unusedBits: 5 });
    const joined = bitStringOf(element('2308 0302 00ff 0302 0480'));
    expect(Buffer.from(joined.bytes).toString('hex')).toBe('ff80');
    expect(joined.unusedBits).toBe(4);
    expect(failureOf(() => bitStringOf(element('0302 08a0')))).toBe('malformed');
    expect(failureOf(() => bitStringOf(element('0300')))).toBe('malformed');
  });

  it('takes anything but zero for true', () => {
    expect(booleanOf(element('010101'))).toBe(true);
    expect(booleanOf(element('010100'))).toBe(false);
  });

  it('wants exactly one element inside an explicit tag', () => {
    expect(integerOf(explicitOf(readElement(context(0, integer(7))), 0, 'x'))).toBe(7n);
    expect(failureOf(() => explicitOf(readElement(context(0)), 0, 'x'))).toBe('malformed');
    expect(failureOf(() => explicitOf(readElement(context(1, integer(7))), 0, 'x'))).toBe(
      'malformed',
    );
  });

  it('takes no primitive element for a sequence', () => {
    expect(failureOf(() => sequenceOf(element('1000'), 'x'))).toBe('malformed');
  });
});
