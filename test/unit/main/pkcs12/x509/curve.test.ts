import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readElement } from '../../../../../main/pkcs12/asn1/read.ts';
import {
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../../../main/pkcs12/asn1/write.ts';
import { pointIdentity, readCurve } from '../../../../../main/pkcs12/x509/curve.ts';
import { failureOf } from '../support/failure.ts';
import { hex } from '../support/bytes.ts';

const openssl = (...args: string[]) => execFileSync('openssl', ['ecparam', ...args]);
const read = (bytes: Uint8Array) => readCurve(readElement(Uint8Array.from(bytes)));
const named = (name: string) => read(openssl('-name', name, '-outform', 'der'));
const writtenOut = (name: string) =>
  read(openssl('-name', name, '-param_enc', 'explicit', '-outform', 'der'));

describe('curves', () => {
  it.each([
    'prime256v1',
    'secp384r1',
    'secp521r1',
    'secp256k1',
    'secp224r1',
    'prime192v1',
    'prime239v1',
    'brainpoolP256r1',
    'brainpoolP320t1',
    'brainpoolP512r1',
    'SM2',
    'secp160r2',
  ])('%s is known by its name, and by its numbers where these are written out', (name) => {
    const known = named(name);
    expect(known).toMatchObject({ name, shownName: name });
    expect(known.parameters).not.toBeNull();
    expect(writtenOut(name)).toEqual({ ...known, name: null });
  });

  it('over binary fields are named, and nothing is computed on them', () => {
    expect(named('sect571r1')).toMatchObject({ name: 'sect571r1', bits: 570, parameters: null });
    expect(writtenOut('sect283k1')).toMatchObject({ shownName: null, parameters: null });
  });

  it('that nobody knows are shown by their OID', () => {
    expect(read(oid('1.2.3.4'))).toEqual({
      name: '1.2.3.4',
      shownName: '1.2.3.4',
      bits: null,
      parameters: null,
    });
  });

  it('that someone made up are not computed on', () => {
    const field = sequence(oid('1.2.840.10045.1.1'), integer(15));
    const coefficients = sequence(octetString(hex('01')), octetString(hex('02')));
    const made = sequence(
      integer(1),
      field,
      coefficients,
      octetString(hex('04 05 06')),
      integer(7),
    );
    expect(read(made)).toEqual({ name: null, shownName: null, bits: 3, parameters: null });
  });

  it('are refused when they are none', () => {
    expect(failureOf(() => read(nullValue()))).toBe('malformed');
    expect(failureOf(() => read(sequence(integer(1))))).toBe('malformed');
  });
});

describe('a point', () => {
  it('is the same in its compressed, uncompressed and hybrid form', () => {
    const [x, y] = ['11'.repeat(32), '22'.repeat(32)];
    const forms = [`04${x}${y}`, `02${x}`, `06${x}${y}`].map((form) => pointIdentity(hex(form)));
    expect(new Set(forms).size).toBe(1);
    expect(pointIdentity(hex(`03${x}`))).not.toBe(forms[0]);
  });
});
