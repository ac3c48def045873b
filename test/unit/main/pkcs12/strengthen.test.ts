import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
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

beforeAll(() => {
  makePair(bench, 'ada', smallKey);
  weak = exportPfx(bench, 'ada', 'weak.p12', ['-legacy', ...light]);
  makePair(bench, 'grace', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']);
  rsa = exportPfx(bench, 'grace', 'rsa.p12', light);
  tangled = makeTangledFile();
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
    const modern = await opened(await copyOf(weak, { strength: strengths.modern }));
    expect(modern.protection).toMatchObject({
      mac: { algorithm: 'HMAC-SHA-256', iterations: 600_000 },
      layers: [
        { part: 'certificates', algorithm: 'PBES2 AES-256-CBC', kdf: 'PBKDF2-HMAC-SHA-256' },
        { part: 'key', algorithm: 'PBES2 AES-256-CBC', iterations: 600_000 },
      ],
    });
    const pbmac1 = await opened(await copyOf(weak, { strength: strengths.pbmac1 }));
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

describe('another program opens the copy', () => {
  // With all their rounds: a limit that another program has on them would show here.
  const cases = [
    { form: 'modern', kind: 'ec' },
    { form: 'modern', kind: 'rsa' },
    { form: 'legacy', kind: 'rsa' },
  ] as const;
  const nameOf = ({ form, kind }: (typeof cases)[number]): string => `copy-${form}-${kind}.p12`;

  beforeAll(async () => {
    for (const each of cases) {
      const source = each.kind === 'ec' ? weak : rsa;
      bench.write(nameOf(each), await copyOf(source, { strength: strengths[each.form] }));
    }
  }, 60_000);

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
      const kind = ['-srcstoretype', 'PKCS12', '-noprompt'];
      const run = spawnSync('keytool', ['-importkeystore', ...source, ...target, ...kind], {
        cwd: bench.folder,
        encoding: 'utf8',
      });
      expect(run.stderr + run.stdout).toContain('1 entries successfully imported');
    },
    60_000,
  );
});
