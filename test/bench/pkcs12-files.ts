import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** A file to measure with, all under the password `secret`. */
export type BenchFile = {
  readonly label: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Most that the ratios to `openssl pkcs12 -nodes` may be; null where the page names none. */
  readonly target: { readonly accelerated: number | null; readonly pure: number | null };
};

const hostileManifest = z.object({
  rows: z.array(z.object({ file: z.string(), tier: z.string(), password: z.string() })),
});

const corpus = new URL('../../../shared/pkcs12/files/', import.meta.url).pathname;

/** openssl's way to make a file of the same kind, where the corpus is not there or has none. */
const kinds = [
  ...typical('AES-256, 2,048', 'g-iter2048.p12', ['-iter', '2048']),
  ...typical('AES-256, chain of 3', 'g-aes256-default.p12', []),
  ...typical('RC2-40 and 3DES', 'g-3des-rc2-legacy.p12', ['-legacy']),
  ...typical('P-256', 'g-p256s.p12', []),
  {
    label: 'PBES2 100,000',
    name: 'g-iter100k.p12',
    options: ['-iter', '100000', '-nomaciter'],
    target: { accelerated: 1, pure: 4.5 },
  },
  {
    label: 'Firefox-style, 600,000 thrice',
    name: 'firefox-600k.p12',
    options: ['-iter', '600000'],
    target: { accelerated: 1, pure: 4.5 },
  },
  {
    label: 'PBES2 1,000,000',
    name: 'g-iter1m.p12',
    options: ['-iter', '1000000', '-nomaciter'],
    target: { accelerated: 1, pure: 4.5 },
  },
  {
    label: 'PBES1 3DES 1,000,000',
    name: 'pbes1-1m.p12',
    options: ['-legacy', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1', '-iter', '1000000'],
    target: { accelerated: 2, pure: 2 },
  },
];

function typical(label: string, name: string, options: string[]) {
  return [{ label, name, options, target: { accelerated: 0.3, pure: 0.8 } }];
}

/** The files of the table in pkcs12.md, and the folder of those that had to be made, which `remove` removes. */
export function benchFiles(): { files: BenchFile[]; folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  };
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'k',
    '-out',
    'c',
    '-subj',
    '/CN=bench',
  );
  const files = kinds.map(({ label, name, options, target }) => {
    const shared = join(corpus, name);
    if (existsSync(shared)) return { label, target, path: shared, bytes: readFileSync(shared) };
    const path = join(folder, name);
    const parts = ['-inkey', 'k', '-in', 'c', '-passout', 'pass:secret', '-out', path];
    openssl('pkcs12', '-export', ...parts, ...options);
    return { label, target, path, bytes: readFileSync(path) };
  });
  return { files, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every file of the corpus that must be refused, with its password; none where the corpus is missing. */
export function hostileFiles(): { name: string; bytes: Uint8Array; password: string }[] {
  const manifest = new URL('../manifest.json', `file://${corpus}`).pathname;
  if (!existsSync(manifest)) return [];
  const { rows } = hostileManifest.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return rows
    .filter((row) => row.tier === 'hostile')
    .map(({ file, password }) => ({
      name: file,
      bytes: readFileSync(join(corpus, '..', file)),
      password,
    }));
}
