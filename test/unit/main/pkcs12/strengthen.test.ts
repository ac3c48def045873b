import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../main/pkcs12/inspect.ts';
import { strengthenFile } from '../../../../main/pkcs12/strengthen.ts';
import { strengths } from '../../../../main/pkcs12/strengths.ts';
import { failureOfAsync } from './support/failure.ts';
import { createOpensslBench, exportPfx, makePair, smallKey } from './support/openssl.ts';
import { lookingWith } from './support/requests.ts';
import type { StrengthenRequest } from '../../../../main/pkcs12/strengthen.ts';
import type { Strength } from '../../../../main/pkcs12/strengths.ts';
import type { Inspection } from '../../../../preload/contract/inspection.ts';
import type { ContainerForm } from '../../../../preload/contract/saved-files.ts';

const bench = createOpensslBench();
const light = ['-iter', '2', '-nomaciter'];
let weak: Uint8Array;
let rsa: Uint8Array;
let tangled: Uint8Array;
/** With all their rounds, which take a while: made once for whatever looks at them. */
let full: Readonly<Record<ContainerForm, Uint8Array>>;

beforeAll(async () => {
  makePair(bench, 'ada', smallKey);
  weak = exportPfx(bench, 'ada', 'weak.p12', ['-legacy', ...light]);
  makePair(bench, 'grace', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']);
  rsa = exportPfx(bench, 'grace', 'rsa.p12', light);
  tangled = makeTangledFile();
  full = {
    modern: await copyOf(weak, { strength: strengths.modern }),
    pbmac1: await copyOf(weak, { strength: strengths.pbmac1 }),
    legacy: await copyOf(rsa, { strength: strengths.legacy }),
  };
}, 60_000);
afterAll(() => bench.remove());

/** A leaf of two authorities, with a stranger before it and the root before the issuing authority. */
function makeTangledFile(): Uint8Array {
  makePair(bench, 'root', smallKey);
  makePair(bench, 'stranger', smallKey);
  issue('issuing', 'root', 'basicConstraints=critical,CA:TRUE');
  issue('leaf', 'issuing', 'subjectAltName=email:leaf@example.org');
  const more = ['stranger', 'root', 'issuing'].map((name) =>
    Buffer.from(bench.read(`${name}.crt`)).toString(),
  );
  bench.write('more.pem', Buffer.from(more.join('')));
  return exportPfx(bench, 'leaf', 'tangled.p12', [...light, '-certfile', 'more.pem']);
}

function issue(name: string, issuer: string, extension: string): void {
  bench.run('genpkey', ...smallKey, '-out', `${name}.key`);
  bench.write(`${name}.cnf`, Buffer.from(extension));
  bench.run('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-out', `${name}.csr`);
  const authority = ['-CA', `${issuer}.crt`, '-CAkey', `${issuer}.key`, '-days', '90'];
  const output = ['-extfile', `${name}.cnf`, '-out', `${name}.crt`];
  bench.run('x509', '-req', '-in', `${name}.csr`, ...authority, ...output);
}

/** The same with few rounds: what a copy holds does not depend on them. */
function quickly(form: ContainerForm): Strength {
  return { ...strengths[form], iterations: 3 };
}

const newPassword = 'A longer pass phrase';

function copyOf(bytes: Uint8Array, rest: Partial<StrengthenRequest> = {}): Promise<Uint8Array> {
  return strengthenFile(bytes, {
    password: 'secret',
    newPassword,
    strength: quickly('modern'),
    keyIndex: null,
    orderChain: false,
    acceleration: true,
    ...rest,
  });
}

async function opened(bytes: Uint8Array, password = newPassword): Promise<Inspection> {
  const result = await inspectFile(bytes, lookingWith(password));
  if (!result.opened) throw new Error(JSON.stringify(result.failure));
  return result.inspection;
}

const fingerprintsOf = ({ certificates }: Inspection): string[] =>
  certificates.map(({ fingerprints }) => fingerprints.sha256);

describe('a strengthened copy', () => {
  it.each(['modern', 'pbmac1', 'legacy'] as const)(
    'holds what the file held (%s)',
    async (form) => {
      const copy = await copyOf(weak, { strength: quickly(form) });
      const before = await opened(weak, 'secret');
      const after = await opened(copy);
      expect(fingerprintsOf(after)).toEqual(fingerprintsOf(before));
      expect(after.keys).toMatchObject([{ fits: [0], friendlyName: 'ada' }]);
      expect(after.certificates).toMatchObject([{ friendlyName: 'ada' }]);
    },
  );

  it('is protected as it says', async () => {
    const modern = await opened(full.modern);
    expect(modern.protection).toMatchObject({
      mac: { algorithm: 'HMAC-SHA-256', iterations: 600_000 },
      layers: [
        { part: 'certificates', algorithm: 'PBES2 AES-256-CBC', kdf: 'PBKDF2-HMAC-SHA-256' },
        { part: 'key', algorithm: 'PBES2 AES-256-CBC', iterations: 600_000 },
      ],
    });
    const pbmac1 = await opened(full.pbmac1);
    expect(pbmac1.protection.mac).toMatchObject({ algorithm: 'PBMAC1 HMAC-SHA-256' });
  });

  it('puts the chain in order and leaves strangers out, when asked', async () => {
    const asItWas = await opened(await copyOf(tangled));
    expect(asItWas.certificates).toHaveLength(4);
    const ordered = await opened(await copyOf(tangled, { orderChain: true }));
    expect(ordered.certificates.map(({ subject }) => subject.commonName)).toEqual([
      'leaf',
      'issuing',
      'root',
    ]);
    expect(ordered.chain).toEqual([0, 1, 2]);
  });

  it('keeps only the key that is wanted', async () => {
    expect(await failureOfAsync(() => copyOf(weak, { keyIndex: 1 }))).toBe('malformed');
    expect((await opened(await copyOf(weak, { keyIndex: 0 }))).keys).toHaveLength(1);
  });

  it('is the same without node:crypto', async () => {
    for (const form of ['modern', 'legacy'] as const) {
      const copy = await copyOf(weak, { strength: quickly(form), acceleration: false });
      expect((await opened(copy)).keys).toHaveLength(1);
    }
  });

  it('needs the right password of the file, and a new one', async () => {
    expect(await failureOfAsync(() => copyOf(weak, { password: 'wrong' }))).toBe('wrong-password');
    expect(await failureOfAsync(() => copyOf(weak, { newPassword: '' }))).toBe('password-required');
  });
});

/** Runs a program in the folder; what it prints, errors too. Throws when it fails. */
function runTool(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    cwd: bench.folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
}

function missing(program: string): boolean {
  const absent = spawnSync(program, ['--help'], { stdio: 'ignore' }).error !== undefined;
  if (absent) console.log(`Skipped: ${program} is not installed.`);
  return absent;
}

/** Whether Python's cryptography, which has an OpenSSL of its own, is missing or older than PBMAC1. */
function pythonLacksPbmac1(): boolean {
  const look =
    'from cryptography.hazmat.backends.openssl import backend as b; print(b.openssl_version_text())';
  const { stdout } = spawnSync('python3', ['-c', look], { encoding: 'utf8' });
  const [, major = '0', minor = '0'] = /OpenSSL (\d+)\.(\d+)/u.exec(stdout ?? '') ?? [];
  const lacks = Number(major) * 100 + Number(minor) < 304;
  if (lacks) console.log('Skipped: Python has no cryptography with OpenSSL 3.4 or newer.');
  return lacks;
}

describe('another program opens the copy', () => {
  // With all their rounds where the form is what matters: a limit that another program has would show here.
  const cases = [
    { form: 'modern', kind: 'ec', bytes: () => full.modern },
    { form: 'modern', kind: 'rsa', bytes: () => copyOf(rsa) },
    { form: 'legacy', kind: 'rsa', bytes: () => full.legacy },
  ] as const;
  const nameOf = ({ form, kind }: (typeof cases)[number]): string => `copy-${form}-${kind}.p12`;

  beforeAll(async () => {
    for (const each of cases) bench.write(nameOf(each), await each.bytes());
  });

  it.each(cases)('openssl: $form, $kind', (each) => {
    const options = ['-in', nameOf(each), '-nodes', '-passin', `pass:${newPassword}`];
    const printed = bench.run('pkcs12', ...options);
    expect(printed).toContain('BEGIN PRIVATE KEY');
    expect(printed).toContain('BEGIN CERTIFICATE');
  });

  it.skipIf(missing('certtool')).each(cases)('GnuTLS certtool: $form, $kind', (each) => {
    const options = ['--p12-info', '--inder', '--infile', nameOf(each), '--password', newPassword];
    const printed = runTool('certtool', options);
    expect(printed).toContain('BEGIN CERTIFICATE');
    expect(printed).toContain('PRIVATE KEY');
  });

  it.skipIf(missing('pk12util')).each(cases)('NSS pk12util: $form, $kind', (each) => {
    const database = `sql:${mkdtempSync(join(bench.folder, 'nss-'))}`;
    runTool('certutil', ['-N', '-d', database, '--empty-password']);
    const options = ['-d', database, '-K', '', '-W', newPassword];
    expect(runTool('pk12util', ['-i', nameOf(each), ...options])).toContain('SUCCESSFUL');
    expect(runTool('certutil', ['-K', '-d', database])).toMatch(/ada|grace/u);
  });

  it.skipIf(missing('keytool')).each(cases)(
    'Java keytool: $form, $kind',
    (each) => {
      const source = ['-srckeystore', nameOf(each), '-srcstorepass', newPassword];
      const target = ['-destkeystore', `${nameOf(each)}.jks`, '-deststorepass', 'changeit'];
      const kind = ['-srcstoretype', 'PKCS12', '-deststoretype', 'JKS', '-noprompt'];
      const run = spawnSync('keytool', ['-importkeystore', ...source, ...target, ...kind], {
        cwd: bench.folder,
        encoding: 'utf8',
      });
      expect(run.stderr + run.stdout).toContain('1 entries successfully imported');
    },
    60_000,
  );

  // OpenSSL 3.0 and GnuTLS before 3.8.4 do not know PBMAC1; Node brings a newer OpenSSL with it.
  const [major = 0, minor = 0] = (process.versions['openssl'] ?? '').split('.').map(Number);
  const withoutPbmac1 = major < 3 || (major === 3 && minor < 4);
  if (withoutPbmac1) console.log("Skipped: Node's own OpenSSL is older than 3.4.");

  it.skipIf(withoutPbmac1)("OpenSSL in Node's TLS: pbmac1, ec", () => {
    const pfx = Buffer.from(full.pbmac1);
    expect(() => createSecureContext({ pfx, passphrase: newPassword })).not.toThrow();
    expect(() => createSecureContext({ pfx, passphrase: 'wrong' })).toThrow('mac verify failure');
  });

  it.skipIf(pythonLacksPbmac1())('pyca/cryptography: pbmac1, ec', () => {
    bench.write('copy-pbmac1.p12', full.pbmac1);
    const script = [
      'import sys, warnings',
      "warnings.simplefilter('error')",
      'from cryptography.hazmat.primitives.serialization import pkcs12',
      "file = open('copy-pbmac1.p12', 'rb').read()",
      'for password in sys.argv[1:]:',
      '  try: print(pkcs12.load_pkcs12(file, password.encode()).cert.friendly_name.decode())',
      '  except ValueError as refusal: print(refusal)',
    ];
    const warned = ['-W', 'ignore::ResourceWarning'];
    const printed = runTool('python3', [...warned, '-c', script.join('\n'), newPassword, 'wrong']);
    expect(printed.split('\n')).toEqual(['ada', 'Invalid password or PKCS12 data', '']);
  });
});
