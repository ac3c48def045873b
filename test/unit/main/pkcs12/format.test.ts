import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatOf } from '../../../../main/pkcs12/format.ts';
import { inspectFile } from '../../../../main/pkcs12/inspect.ts';
import { ascii, hex } from './support/bytes.ts';
import { createOpensslBench, exportPfx, makePair, smallKey } from './support/openssl.ts';
import { lookingWith } from './support/requests.ts';
import type { FileFormat, InspectionResult } from '../../../../preload/contract/inspection.ts';

const bench = createOpensslBench();
let pfx: Uint8Array;

beforeAll(() => {
  makePair(bench, 'ada', smallKey);
  makePair(bench, 'rsa', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024']);
  pfx = exportPfx(bench, 'ada', 'ada.p12', ['-iter', '2', '-nomaciter']);
  const der = ['-outform', 'DER'];
  bench.run('x509', '-in', 'ada.crt', ...der, '-out', 'ada.der');
  bench.run(
    'crl2pkcs7',
    '-nocrl',
    '-certfile',
    'ada.crt',
    '-certfile',
    'rsa.crt',
    '-out',
    'pem.p7b',
  );
  bench.run(
    'crl2pkcs7',
    '-nocrl',
    '-certfile',
    'ada.crt',
    '-certfile',
    'rsa.crt',
    ...der,
    '-out',
    'p7b',
  );
  bench.run('req', '-new', '-key', 'ada.key', '-subj', '/CN=ada', ...der, '-out', 'csr.der');
  bench.run('pkcs8', '-topk8', '-nocrypt', '-in', 'ada.key', ...der, '-out', 'pkcs8.der');
  const locked = ['-topk8', '-in', 'ada.key', '-passout', 'pass:secret', '-iter', '2'];
  bench.run('pkcs8', ...locked, '-out', 'locked.pem');
  bench.run('pkcs8', ...locked, ...der, '-out', 'locked.der');
  bench.run('ec', '-in', 'ada.key', ...der, '-out', 'sec1.der');
  bench.run('rsa', '-traditional', '-in', 'rsa.key', ...der, '-out', 'pkcs1.der');
  bench.run('rsa', '-traditional', '-in', 'rsa.key', '-out', 'pkcs1.pem');
  const old = ['rsa', '-traditional', '-in', 'rsa.key', '-passout', 'pass:secret'];
  for (const cipher of ['aes128', 'aes256', 'des3'])
    bench.run(...old, `-${cipher}`, '-out', cipher);
});
afterAll(() => bench.remove());

const made: [FileFormat, string][] = [
  ['pkcs12', 'ada.p12'],
  ['der-certificate', 'ada.der'],
  ['pem', 'ada.crt'],
  ['pem', 'pem.p7b'],
  ['pkcs7', 'p7b'],
  ['certificate-request', 'csr.der'],
  ['pkcs8', 'pkcs8.der'],
  ['pkcs8', 'locked.der'],
  ['private-key', 'sec1.der'],
  ['private-key', 'pkcs1.der'],
];

describe('what a file is', () => {
  it.each(made)('is told by its content: %s', (format, name) => {
    expect(formatOf(bench.read(name))).toBe(format);
  });

  it('is told for files that have nothing to do with certificates', () => {
    const cases: [FileFormat, Uint8Array][] = [
      ['empty', new Uint8Array(0)],
      ['zip', hex('504b0304 14000000')],
      ['jks', hex('feedfeed 00000002 00000001')],
      ['bks', hex('00000002 00000014 0000')],
      ['pdf', ascii('%PDF-1.7\n')],
      ['html', ascii('\n<!DOCTYPE html><html><body>Sign in</body></html>')],
      ['text', ascii('Dear Ada,\r\nyour file is in the other mail.')],
      ['text', Buffer.from('\ufeffDear Ada', 'utf16le')],
      [
        'base64',
        ascii(
          Buffer.from(pfx)
            .toString('base64')
            .replaceAll(/(.{64})/gu, '$1\r\n'),
        ),
      ],
      ['unknown', hex('7f454c46 02010100 00000000')],
      ['unknown', hex('3003020101')],
    ];
    for (const [format, bytes] of cases) expect(formatOf(bytes)).toBe(format);
  });

  it('is still PKCS#12 when it was cut or damaged behind its start', () => {
    expect(formatOf(pfx.subarray(0, 100))).toBe('pkcs12');
  });
});

const any = (password: string | null = null) => lookingWith(password, { accept: 'any' });
const kinds = (result: InspectionResult): [number, number] | string =>
  result.opened
    ? [result.inspection.certificates.length, result.inspection.keys.length]
    : result.failure.kind;

describe('a file that is not PKCS#12', () => {
  it.each([
    ['ada.crt', [1, 0]],
    ['ada.der', [1, 0]],
    ['pem.p7b', [2, 0]],
    ['p7b', [2, 0]],
    ['ada.key', [0, 1]],
    ['pkcs8.der', [0, 1]],
    ['sec1.der', [0, 1]],
    ['pkcs1.der', [0, 1]],
    ['pkcs1.pem', [0, 1]],
    ['csr.der', 'not-pkcs12'],
  ])('is read all the same when anything is accepted: %s', async (name, expected) => {
    expect(kinds(await inspectFile(bench.read(name), any()))).toEqual(expected);
  });

  it.each(['locked.pem', 'locked.der', 'aes128', 'aes256', 'des3'])(
    'opens with its password: %s',
    async (name) => {
      const file = bench.read(name);
      expect(kinds(await inspectFile(file, any('secret')))).toEqual([0, 1]);
      expect(kinds(await inspectFile(file, any('wrong')))).toBe('wrong-password');
      expect(kinds(await inspectFile(file, any()))).toBe('password-required');
    },
  );

  it('pairs a key with its certificate from one PEM file', async () => {
    const both = Buffer.concat([
      bench.read('rsa.key'),
      bench.read('ada.crt'),
      bench.read('rsa.crt'),
    ]);
    const result = await inspectFile(both, any());
    expect(result).toMatchObject({
      opened: true,
      inspection: { format: 'pem', keys: [{ fits: [1] }] },
    });
  });

  it('is opened out of base64 and out of PEM armour', async () => {
    const base64 = Buffer.from(pfx).toString('base64');
    expect(kinds(await inspectFile(ascii(base64), any('secret')))).toEqual([1, 1]);
    const armour = `-----BEGIN PKCS12-----\n${base64}\n-----END PKCS12-----\n`;
    expect(kinds(await inspectFile(ascii(armour), any('secret')))).toEqual([1, 1]);
  });

  it('is refused by what it is where only PKCS#12 will do', async () => {
    for (const [format, name] of made.slice(1)) {
      const result = await inspectFile(bench.read(name), lookingWith('secret'));
      expect(result).toMatchObject({ opened: false, failure: { kind: 'not-pkcs12', format } });
    }
  });
});
