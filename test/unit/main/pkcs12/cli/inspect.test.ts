import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inspect } from '../../../../../main/pkcs12/cli/command.ts';
import { createOpensslBench, exportPfx, makePair, smallKey } from '../support/openssl.ts';

const script = fileURLToPath(new URL('../../../../../main/pkcs12/cli/inspect.ts', import.meta.url));
const bench = createOpensslBench();
const at = (name: string) => join(bench.folder, name);

beforeAll(() => {
  makePair(bench, 'ada', smallKey);
  exportPfx(bench, 'ada', 'ada.p12');
  exportPfx(bench, 'ada', 'modern.p12', ['-iter', '3000', '-macalg', 'sha512']);
  bench.run('x509', '-in', 'ada.crt', '-outform', 'der', '-out', 'ada.cer');
  writeFileSync(at('page.p12'), '<!doctype html><html></html>');
  const rows = [
    { file: 'ada.p12', password: 'secret' },
    { file: 'ada.p12', password: 'Secret' },
    { file: 'ada.cer', password: null },
  ];
  writeFileSync(at('manifest.json'), JSON.stringify({ rows }));
});
afterAll(() => bench.remove());

type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the command in this process. */
async function run(args: readonly string[], input = ''): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const status = await inspect(args, {
    input: Readable.from([input]),
    write: (text) => (stdout += text),
    complain: (text) => (stderr += text),
    columns: null,
    hasColours: false,
  });
  return { status, stdout, stderr };
}

/** The same as a person does it: in a process of its own, in the folder of the files. */
function runProcess(args: readonly string[], input = ''): Ran {
  return spawnSync(process.execPath, [script, ...args], {
    cwd: bench.folder,
    input,
    encoding: 'utf8',
    timeout: 30_000,
  });
}

const jsonSchema = z.array(z.record(z.string(), z.unknown()));
const parsed = ({ stdout }: Ran) => jsonSchema.parse(JSON.parse(stdout));
const jsonOf = async (args: readonly string[]) => parsed(await run([...args, '--json']));

describe('npm run inspect', () => {
  it('answers on the standard streams of a process, and with its exit code', () => {
    const ran = runProcess(['ada.p12', 'gone.p12', '--password-stdin', '--json'], 'secret\nmore\n');
    expect(parsed(ran)).toMatchObject([
      { file: 'ada.p12', opens: true },
      { file: 'gone.p12', opens: false },
    ]);
    expect(ran).toMatchObject({ status: 1, stderr: '' });
    const refused = runProcess(['--what']);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('--what');
  });

  it('says in JSON what is in a file, as openssl would', async () => {
    const [ada] = await jsonOf([at('ada.p12'), '--password', 'secret']);
    expect(ada).toMatchObject({
      file: at('ada.p12'),
      opens: true,
      errorKind: null,
      message: null,
      keys: 1,
      keyAlgs: ['EC prime256v1'],
      keyCertMatches: [[0]],
      macAlg: 'sha256',
      macIterations: 2048,
      encAlgs: ['PBES2, PBKDF2, AES-256-CBC'],
      iterations: [2048],
      friendlyNames: ['ada'],
      certs: [{ subject: 'CN=ada', san: 'email:ada@example.org', curve: 'prime256v1', ca: true }],
    });
    const checks = z
      .array(
        z.strictObject({
          id: z.string(),
          level: z.string(),
          found: z.string(),
          source: z.string(),
        }),
      )
      .parse(ada?.['checks']);
    expect(checks.find(({ id }) => id === 'iterations')).toEqual({
      id: 'iterations',
      level: 'warning',
      found: '2048',
      source: 'RFC 8018 4.2',
    });
  });

  it('says the same without acceleration', async () => {
    const files = [at('ada.p12'), at('modern.p12'), '--password', 'secret'];
    expect(await jsonOf([...files, '--no-acceleration'])).toEqual(await jsonOf(files));
  });

  it('reads the password from the first line of standard input', async () => {
    const ran = await run([at('ada.p12'), '--password-stdin', '--json'], 'secret\nmore\n');
    expect(parsed(ran)[0]).toMatchObject({ opens: true });
  });

  it('ends with 0 when all opened, 1 when one did not, 2 when it was not understood', async () => {
    expect((await run([at('ada.p12'), '--password', 'secret'])).status).toBe(0);
    expect((await run([at('ada.p12'), at('gone.p12'), '--password', 'secret'])).status).toBe(1);
    expect((await run(['--what'])).status).toBe(2);
    expect((await run([])).status).toBe(2);
  });

  it('names what is wrong with each file that does not open', async () => {
    const answers = await jsonOf([
      at('ada.p12'),
      at('page.p12'),
      at('.'),
      at('gone.p12'),
      '--password',
      'no',
    ]);
    expect(answers.map((answer) => answer['errorKind'])).toEqual([
      'wrong-password',
      'not-pkcs12',
      'folder',
      'not-found',
    ]);
    expect(answers[1]?.['message']).toMatch(/^This is a web page, not a PKCS#12 file\. .+\.$/u);
  });

  it('reads a bare certificate, but not under the name of a PKCS#12 file', async () => {
    expect((await jsonOf([at('ada.cer')]))[0]).toMatchObject({
      opens: true,
      keys: 0,
      macAlg: null,
    });
    writeFileSync(at('renamed.p12'), bench.read('ada.cer'));
    expect((await jsonOf([at('renamed.p12')]))[0]).toMatchObject({
      opens: false,
      errorKind: 'not-pkcs12',
    });
  });

  it('runs the files of a manifest with their own passwords', async () => {
    const answers = await jsonOf(['--manifest', at('manifest.json')]);
    expect(answers.map(({ file, errorKind }) => [file, errorKind])).toEqual([
      ['ada.p12', null],
      ['ada.p12', 'wrong-password'],
      ['ada.cer', 'not-pkcs12'],
    ]);
    expect((await run(['--manifest', at('none.json')])).status).toBe(2);
    expect((await run(['--manifest', at('ada.p12')])).status).toBe(2);
  });

  it('tells a person whose certificate it is and what to know about it', async () => {
    const { stdout } = await run([
      at('ada.p12'),
      '--password',
      'secret',
      '--email',
      'bob@example.org',
      '--purpose',
      'signing',
    ]);
    expect(stdout).toContain('For mail from   ada@example.org');
    expect(stdout).toContain('✕ This certificate is for another address');
    expect(stdout).toContain('! The password can be guessed quickly');
    expect(stdout).not.toContain('\u001B[');
    expect(stdout).not.toContain('checks.');
  });

  it('explains itself', async () => {
    const help = await run(['--help']);
    expect(help.status).toBe(0);
    expect(help.stdout).toContain('--password-stdin');
    expect((await run(['--purpose', 'x', 'a'])).stderr).toContain('not x');
  });
});
