import { describe, expect, it } from 'vitest';
import {
  bmpString,
  der,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../../main/pkcs12/asn1/write.ts';
import { openContainer } from '../../../../main/pkcs12/read.ts';
import { sealWithPbes2 } from '../../../../main/pkcs12/seal.ts';
import { hex } from './support/bytes.ts';
import { failureOfAsync } from './support/failure.ts';
import { attribute, certificateValue, dataInfo, pfxOf, safeBag } from './support/pfx-maker.ts';
import type { OpenedContainer } from '../../../../main/pkcs12/types.ts';

const friendlyName = '1.2.840.113549.1.9.20';
const localKeyId = '1.2.840.113549.1.9.21';
// Reading a container does not look into a certificate.
const certificate = sequence(integer(7));
const privateKey = sequence(integer(0), sequence(oid('1.3.101.112')), octetString(hex('0420')));

function open(bytes: Uint8Array, password: string | null = null): Promise<OpenedContainer> {
  return openContainer(bytes, { password, acceleration: true });
}

describe('what lies in a container', () => {
  it('is empty, and needs no password', async () => {
    expect(await open(pfxOf([]))).toEqual({
      certificates: [],
      keys: [],
      otherBags: [],
      mac: null,
      layers: [],
      passwordUsed: 'none',
    });
  });

  it('is certificates and keys with their names, in the order of the file', async () => {
    const named = attribute(friendlyName, bmpString('Büro 🔑'));
    const identified = attribute(localKeyId, octetString(hex('00ff')));
    const first = sequence(
      safeBag(3, certificateValue(certificate), named, identified),
      safeBag(1, privateKey, identified),
    );
    const second = sequence(safeBag(3, certificateValue(sequence())));
    const { certificates, keys, layers } = await open(pfxOf([first, second]));
    expect(certificates.map((bag) => [bag.friendlyName, bag.localKeyId])).toEqual([
      ['Büro 🔑', '00ff'],
      [null, null],
    ]);
    expect(keys).toMatchObject([{ friendlyName: null, localKeyId: '00ff', cspName: null }]);
    expect(layers.map(({ part, algorithm }) => `${part} ${algorithm}`)).toEqual([
      'key none',
      'certificates none',
      'certificates none',
    ]);
  });

  it('is also what is neither, by its name', async () => {
    const sdsi = sequence(oid('1.2.840.113549.1.9.22.2'), der(0xa0, octetString(hex('00'))));
    const safe = sequence(
      safeBag(4, nullValue()),
      safeBag(5, nullValue()),
      safeBag(3, sdsi),
      safeBag(99, nullValue()),
    );
    expect((await open(pfxOf([safe]))).otherBags).toEqual([
      'crl',
      'secret',
      'sdsi-certificate',
      '1.2.840.113549.1.12.10.1.99',
    ]);
  });

  it('may lie in SafeContents within SafeContents, eight levels down', async () => {
    const nested = (levels: number): Uint8Array => {
      let safe = sequence(safeBag(3, certificateValue(certificate)));
      for (let level = 0; level < levels; level++) safe = sequence(safeBag(6, safe));
      return pfxOf([safe]);
    };
    expect((await open(nested(8))).certificates).toHaveLength(1);
    expect(await failureOfAsync(() => open(nested(9)))).toBe('nesting-too-deep');
  });

  it('has the first of two names, and none that is no text', async () => {
    const one = attribute(friendlyName, bmpString('one'));
    const two = attribute(friendlyName, bmpString('two'));
    const number = attribute(friendlyName, integer(1));
    const safe = sequence(
      safeBag(3, certificateValue(certificate), one, two),
      safeBag(3, certificateValue(certificate), number),
    );
    const { certificates } = await open(pfxOf([safe]));
    expect(certificates.map((bag) => bag.friendlyName)).toEqual(['one', null]);
  });

  it('is read although something follows it in the file', async () => {
    const followed = Buffer.concat([pfxOf([]), hex('0a0a')]);
    expect((await open(followed)).certificates).toEqual([]);
  });

  it('is a copy: overwriting the keys leaves the file alone', async () => {
    const file = pfxOf([sequence(safeBag(1, privateKey))]);
    const before = Buffer.from(file).toString('hex');
    for (const key of (await open(file)).keys) key.pkcs8.fill(0);
    expect(Buffer.from(file).toString('hex')).toBe(before);
  });
});

describe('a container that can not be opened', () => {
  const kindOf = (bytes: Uint8Array): Promise<string> => failureOfAsync(() => open(bytes, 'x'));

  it('has another version', async () => {
    expect(await kindOf(pfxOf([], 4))).toBe('unsupported-version');
    expect(await kindOf(pfxOf([], 0))).toBe('malformed');
  });

  it('is protected by keys and not by a password', async () => {
    const signed = sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, sequence()));
    expect(await kindOf(sequence(integer(3), signed))).toBe('unsupported-integrity-mode');
    const enveloped = sequence(oid('1.2.840.113549.1.7.3'), der(0xa0, sequence()));
    const pfx = sequence(integer(3), dataInfo(sequence(enveloped)));
    expect(await kindOf(pfx)).toBe('unsupported-encryption');
  });

  it('is broken at a place that can be named', async () => {
    await expect(open(pfxOf([sequence(sequence())]))).rejects.toMatchObject({
      kind: 'malformed',
      detail: 'SafeBag',
    });
    await expect(open(pfxOf([sequence(safeBag(1, sequence()))]))).rejects.toMatchObject({
      kind: 'malformed',
      detail: 'PrivateKeyInfo',
    });
  });
});

describe('a password that an old program wrote in its own way', () => {
  const forms: [string, Uint8Array][] = [
    ['UTF-8', Buffer.from('pä')],
    ['BMPString with its end', hex('007000e40000')],
    ['BMPString', hex('007000e4')],
    ['ISO 8859-1', hex('70e4')],
    ['UTF-8 with its end', hex('70c3a400')],
    ['UTF-8 widened', hex('007000c300a40000')],
  ];
  it.each(forms)('opens all the same: %s', async (_, form) => {
    const random = (length: number): Uint8Array => new Uint8Array(length);
    const sealing = { iterations: 2, random, acceleration: false };
    const { algorithm, bytes } = await sealWithPbes2(privateKey, {
      ...sealing,
      forms: { text: [form], bmp: [] },
    });
    const file = pfxOf([sequence(safeBag(2, sequence(algorithm, octetString(bytes))))]);
    expect((await open(file, 'pä')).keys).toHaveLength(1);
    expect(await failureOfAsync(() => open(file, 'pa'))).toBe('wrong-password');
  });
});
