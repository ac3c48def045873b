import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../main/pkcs12/inspect.ts';
import { createOpensslBench, exportPfx, makePair, smallKey } from './support/openssl.ts';
import { lookingWith } from './support/requests.ts';
import type { Inspection } from '../../../../preload/contract/inspection.ts';

// The project's own small set: made by the openssl command line here, so it runs on every machine.
const bench = createOpensslBench();
const light = ['-iter', '2', '-nomaciter'];

const keyKinds: [string, string[], Partial<Inspection['keys'][number]>][] = [
  [
    'RSA',
    ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
    { algorithm: 'RSA', bits: 2048 },
  ],
  [
    'RSA-PSS',
    ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'],
    { algorithm: 'RSA-PSS' },
  ],
  ['P-256', [...smallKey], { algorithm: 'EC', curve: 'prime256v1' }],
  [
    'P-384',
    ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
    { algorithm: 'EC', bits: 384 },
  ],
  [
    'brainpool',
    ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1'],
    { algorithm: 'EC' },
  ],
  ['Ed25519', ['-algorithm', 'ED25519'], { algorithm: 'Ed25519' }],
  ['Ed448', ['-algorithm', 'ED448'], { algorithm: 'Ed448' }],
];

beforeAll(() => {
  makePair(bench, 'ada', smallKey);
});
afterAll(() => bench.remove());

async function opened(
  bytes: Uint8Array,
  password: string | null,
  acceleration: boolean,
): Promise<Inspection> {
  const result = await inspectFile(bytes, lookingWith(password, { acceleration }));
  if (!result.opened) throw new Error(JSON.stringify(result.failure));
  return result.inspection;
}

async function failed(bytes: Uint8Array, password: string | null): Promise<string> {
  const result = await inspectFile(bytes, lookingWith(password));
  return result.opened ? 'opens' : result.failure.kind;
}

function fingerprint(name: string): string {
  const printed = bench.run('x509', '-in', `${name}.crt`, '-noout', '-fingerprint', '-sha256');
  return printed.trim().split('=')[1]?.replaceAll(':', '').toLowerCase() ?? '';
}

describe.each([true, false])('what openssl writes (acceleration: %s)', (acceleration) => {
  it.each(keyKinds)('opens with its certificate and its %s key', async (name, options, key) => {
    const pair = `kind-${name}`;
    makePair(bench, pair, options);
    const inspection = await opened(
      exportPfx(bench, pair, `${pair}.p12`, light),
      'secret',
      acceleration,
    );
    expect(inspection.certificates.map(({ fingerprints }) => fingerprints.sha256)).toEqual([
      fingerprint(pair),
    ]);
    expect(inspection.keys).toMatchObject([{ ...key, fits: [0], friendlyName: pair }]);
  });

  const protections: [string, string[], string][] = [
    ['AES-256-CBC', [], 'PBES2 AES-256-CBC'],
    ['AES-128-CBC', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC'], 'PBES2 AES-128-CBC'],
    ['AES-192-CBC', ['-keypbe', 'AES-192-CBC', '-certpbe', 'AES-192-CBC'], 'PBES2 AES-192-CBC'],
    [
      '3DES in PBES2',
      ['-keypbe', 'DES-EDE3-CBC', '-certpbe', 'DES-EDE3-CBC'],
      'PBES2 DES-EDE3-CBC',
    ],
    ['RC2-40', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-40'], 'pbeWithSHA1And40BitRC2-CBC'],
    ['RC2-128', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128'], 'pbeWithSHA1And128BitRC2-CBC'],
    ['3DES', ['-certpbe', 'PBE-SHA1-3DES'], 'pbeWithSHA1And3-KeyTripleDES-CBC'],
    ['2-key 3DES', ['-certpbe', 'PBE-SHA1-2DES'], 'pbeWithSHA1And2-KeyTripleDES-CBC'],
    ['RC4-128', ['-legacy', '-certpbe', 'PBE-SHA1-RC4-128'], 'pbeWithSHA1And128BitRC4'],
    ['RC4-40', ['-legacy', '-certpbe', 'PBE-SHA1-RC4-40'], 'pbeWithSHA1And40BitRC4'],
    ['DES and MD5', ['-legacy', '-certpbe', 'PBE-MD5-DES'], 'pbeWithMD5AndDES-CBC'],
    ['RC2 and MD5', ['-legacy', '-certpbe', 'PBE-MD5-RC2-64'], 'pbeWithMD5AndRC2-CBC'],
    ['RC2 and SHA-1', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-64'], 'pbeWithSHA1AndRC2-CBC'],
    ['RC2 in PBES2', ['-legacy', '-certpbe', 'RC2-CBC'], 'PBES2 RC2-CBC'],
    ['nothing', ['-keypbe', 'NONE', '-certpbe', 'NONE'], 'none'],
  ];
  it.each(protections)('opens under %s and says so', async (_, options, algorithm) => {
    const file = exportPfx(bench, 'ada', 'protected.p12', [...light, ...options]);
    const { protection, keys } = await opened(file, 'secret', acceleration);
    const layer = protection.layers.find(({ part }) => part === 'certificates');
    expect(layer?.algorithm).toBe(algorithm);
    expect(keys).toMatchObject([{ fits: [0] }]);
  });

  it.each(['md5', 'sha1', 'sha224', 'sha384', 'sha512', 'sha512-256', 'sha3-256', 'blake2b512'])(
    'opens under a MAC with %s',
    async (digest) => {
      const file = exportPfx(bench, 'ada', 'mac.p12', ['-iter', '2', '-macalg', digest]);
      const { protection } = await opened(file, 'secret', acceleration);
      expect(protection.mac).toMatchObject({ iterations: 2 });
      expect(await failed(file, 'Secret')).toBe('wrong-password');
    },
  );

  it.each(['', 'Büro €', 'пароль', '密码🔑', 'a'.repeat(200)])(
    'opens under the password "%s"',
    async (password) => {
      for (const form of [[], ['-legacy']]) {
        const options = [...light, ...form, '-passout', `pass:${password}`];
        const file = exportPfx(bench, 'ada', 'worded.p12', options);
        const { protection } = await opened(file, password, acceleration);
        expect(protection.password).toBe(password === '' ? 'empty' : 'given');
      }
    },
  );
});

describe('what is wrong', () => {
  it('is the password, with or without a MAC', async () => {
    expect(await failed(exportPfx(bench, 'ada', 'a.p12', light), 'other')).toBe('wrong-password');
    const without = exportPfx(bench, 'ada', 'b.p12', ['-iter', '2', '-nomac']);
    expect(await failed(without, 'other')).toBe('wrong-password');
  });

  it('is that a password is needed, when none was given', async () => {
    expect(await failed(exportPfx(bench, 'ada', 'a.p12', light), null)).toBe('password-required');
  });

  it('is not the password when an empty one opens the file by itself', async () => {
    const file = exportPfx(bench, 'ada', 'c.p12', [...light, '-passout', 'pass:']);
    expect((await opened(file, null, true)).protection.password).toBe('empty');
  });

  it('is the MAC when the password decrypts all the same', async () => {
    const file = exportPfx(bench, 'ada', 'd.p12', light).slice();
    const last = file.length - 20;
    file[last] = (file[last] ?? 0) ^ 1;
    expect(await failed(file, 'secret')).toBe('mac-invalid');
    expect(await failed(file, 'other')).toBe('wrong-password');
  });

  it.each([
    ['CAMELLIA-256-CBC', 'Camellia-256-CBC'],
    ['ARIA-128-CBC', 'ARIA-128-CBC'],
  ])('is the cipher %s, by its name', async (cipher, detail) => {
    const file = exportPfx(bench, 'ada', 'e.p12', [...light, '-certpbe', cipher]);
    const result = await inspectFile(file, lookingWith('secret'));
    expect(result).toMatchObject({
      opened: false,
      failure: { kind: 'unsupported-algorithm', detail },
    });
    expect(await failed(file, 'other')).toBe('wrong-password');
  });

  it('is that nobody looks any more', async () => {
    const file = exportPfx(bench, 'ada', 'f.p12', light);
    const result = await inspectFile(file, lookingWith('secret', { signal: AbortSignal.abort() }));
    expect(result).toMatchObject({ opened: false, failure: { kind: 'cancelled' } });
  });
});
