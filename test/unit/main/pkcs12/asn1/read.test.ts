import { describe, expect, it } from 'vitest';
import { readElement, readElements } from '../../../../../main/pkcs12/asn1/read.ts';
import { octetsOf } from '../../../../../main/pkcs12/asn1/values.ts';
import { der, integer, octetString, sequence } from '../../../../../main/pkcs12/asn1/write.ts';
import { hex } from '../support/bytes.ts';
import { failureOf } from '../support/failure.ts';

describe('reading BER', () => {
  it('reads a definite length and leaves what follows alone', () => {
    const element = readElement(hex('30030201ff 0500'));
    expect(element.raw).toHaveLength(5);
    expect(element.children.map((child) => child.tagNumber)).toEqual([2]);
  });

  it('reads a length with more octets than it needs', () => {
    expect(readElement(hex('0484 00000002 abcd')).content).toEqual(hex('abcd'));
  });

  it('reads an indefinite length inside another one', () => {
    const element = readElement(hex('3080 3080 0201 05 0000 0500 0000'));
    expect(element.children).toHaveLength(2);
    expect(element.raw).toHaveLength(13);
  });

  it('joins the parts of an OCTET STRING, nested ones too', () => {
    const element = readElement(hex('2480 0402 0102 2404 0402 0304 0000'));
    expect(Buffer.from(octetsOf(element))).toEqual(Buffer.from('01020304', 'hex'));
  });

  it('reads tag numbers past 30', () => {
    expect(readElement(hex('9f8101 00'))).toMatchObject({ tagClass: 2, tagNumber: 129 });
  });

  it('counts the elements that stand side by side', () => {
    expect(readElements(hex('0500 0500 0500'))).toHaveLength(3);
  });
});

describe('refusing BER', () => {
  it('calls a file that ends too early truncated', () => {
    expect(failureOf(() => readElement(hex('3010 0201')))).toBe('truncated');
    expect(failureOf(() => readElement(hex('30')))).toBe('truncated');
    expect(failureOf(() => readElement(hex('3080 0201 05')))).toBe('truncated');
  });

  it('calls an element that reaches past the one around it malformed', () => {
    expect(failureOf(() => readElement(hex('3003 0205 00')).children)).toBe('malformed');
  });

  it('does not believe a length of more than four gigabytes', () => {
    expect(failureOf(() => readElement(hex('3085 ffffffffff')))).toBe('malformed');
  });

  it('has no indefinite length for a primitive element', () => {
    expect(failureOf(() => readElement(hex('0480 0000')))).toBe('malformed');
  });

  it('stops at 64 levels, of definite and of indefinite lengths', () => {
    let definite: Uint8Array = integer(1);
    for (let level = 0; level < 70; level++) definite = sequence(definite);
    const walk = (): void => {
      for (let element = readElement(definite); ;) {
        const [child] = element.children;
        if (child === undefined) return;
        element = child;
      }
    };
    expect(failureOf(walk)).toBe('nesting-too-deep');
    const indefinite = Buffer.concat([Buffer.alloc(140, '3080', 'hex'), Buffer.alloc(140)]);
    expect(failureOf(() => readElement(indefinite))).toBe('nesting-too-deep');
  });

  it('stops at 16 levels of parts of an OCTET STRING', () => {
    let parts = octetString(hex('00'));
    for (let level = 0; level < 17; level++) parts = der(0x24, parts);
    expect(failureOf(() => octetsOf(readElement(parts)))).toBe('nesting-too-deep');
  });
});
