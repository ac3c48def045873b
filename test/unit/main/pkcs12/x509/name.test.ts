import { afterAll, describe, expect, it } from 'vitest';
import { readElement } from '../../../../../main/pkcs12/asn1/read.ts';
import { bmpString, der, sequence, setOf } from '../../../../../main/pkcs12/asn1/write.ts';
import { comparableName, nameText, readName } from '../../../../../main/pkcs12/x509/name.ts';
import { attributeOf, makeCertificate, name, utf8String } from '../support/certificate-maker.ts';
import { failureOf } from '../support/failure.ts';
import { createOpensslBench } from '../support/openssl.ts';

const bench = createOpensslBench();
afterAll(() => bench.remove());

const [cn, o, c, mail] = ['2.5.4.3', '2.5.4.10', '2.5.4.6', '1.2.840.113549.1.9.1'];
const read = (bytes: Uint8Array) => readName(readElement(bytes), 'subject');
const textOf = (bytes: Uint8Array) => nameText(read(bytes));

/** What openssl prints for a certificate of this name. */
function opensslText(subject: Uint8Array): string {
  bench.write('name.der', makeCertificate({ subject }).der);
  const options = ['-inform', 'der', '-in', 'name.der', '-noout', '-nameopt', 'RFC2253,-esc_msb'];
  return bench.run('x509', '-subject', ...options).replace(/^subject=|\n$/gu, '');
}

describe('distinguished names', () => {
  it.each([
    [
      'the most specific part first',
      name([
        [c, 'DE'],
        [o, 'Beispiel'],
        [cn, 'Erika'],
      ]),
    ],
    [
      'an e-mail address',
      name([
        [cn, 'Erika'],
        [mail, der(0x16, Buffer.from('e@example.org'))],
      ]),
    ],
    [
      'parts that belong together',
      sequence(setOf(attributeOf([cn, 'E']), attributeOf(['2.5.4.5', '16']))),
    ],
    ['signs that have a meaning', name([[cn, 'a,b+c"d\\e<f>g;h=i#j']])],
    [
      'a space or # at the start, a space at the end',
      name([
        [cn, ' a '],
        [o, '#b'],
        ['2.5.4.7', ' '],
      ]),
    ],
    ['controls', name([[cn, 'a\n\u0001\u007F']])],
    ['letters of the world', name([[cn, '山田太郎 Ünïcode 🏃']])],
    ['BMPString', name([[cn, bmpString('Ünï – €')]])],
    ['T61String as Latin-1', name([[cn, der(0x14, Buffer.from('Kø', 'latin1'))]])],
    ['UniversalString', name([[cn, der(0x1c, Buffer.from('000000410001f3c3', 'hex'))]])],
    [
      'an unknown attribute',
      name([
        ['1.2.3.4', 'abc'],
        [cn, 'x'],
      ]),
    ],
    ['a value that is no text', name([['2.5.4.45', der(0x03, Uint8Array.of(0, 1, 2))]])],
    [
      'rare attributes',
      name([
        ['2.5.4.97', 'NTRDE-1'],
        ['2.5.4.42', 'E'],
        ['2.5.4.4', 'M'],
        ['1.3.6.1.4.1.311.60.2.1.3', 'DE'],
      ]),
    ],
    ['nothing at all', sequence()],
  ])('show %s as openssl prints it', (_, bytes) => {
    expect(textOf(bytes)).toBe(opensslText(bytes));
  });

  it('keep surrogate pairs of a BMPString, which openssl drops', () => {
    expect(textOf(name([[cn, bmpString('a🏃b')]]))).toBe('CN=a🏃b');
  });

  it('are the same whatever their letter case, spaces and string type', () => {
    const left = read(
      name([
        [c, 'DE'],
        [cn, 'Root  CA '],
      ]),
    );
    const right = read(
      name([
        [c, der(0x13, Buffer.from('de'))],
        [cn, bmpString('root ca')],
      ]),
    );
    expect(comparableName(left)).toBe(comparableName(right));
  });

  it('differ in their values and in what belongs together', () => {
    const apart = read(
      name([
        [c, 'DE'],
        [cn, 'A'],
      ]),
    );
    const together = read(sequence(setOf(attributeOf([c, 'DE']), attributeOf([cn, 'A']))));
    expect(comparableName(apart)).not.toBe(comparableName(together));
    expect(comparableName(apart)).not.toBe(
      comparableName(
        read(
          name([
            [c, 'DE'],
            [cn, 'B'],
          ]),
        ),
      ),
    );
  });

  it('are refused when they are none', () => {
    expect(failureOf(() => read(utf8String('CN=x')))).toBe('malformed');
    expect(failureOf(() => read(sequence(sequence())))).toBe('malformed');
    expect(failureOf(() => read(sequence(setOf(sequence()))))).toBe('malformed');
  });
});
