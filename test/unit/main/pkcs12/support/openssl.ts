import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A throw-away folder with the openssl command line in it. */
export type OpensslBench = {
  readonly folder: string;
  /** Runs `openssl` in the folder and gives what it prints. Throws when it fails. */
  readonly run: (...args: string[]) => string;
  readonly read: (name: string) => Uint8Array;
  readonly write: (name: string, bytes: Uint8Array) => string;
  readonly remove: () => void;
};

/** Makes the folder; whoever made it removes it. */
export function createOpensslBench(): OpensslBench {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-pkcs12-'));
  return {
    folder,
    run: (...args) =>
      execFileSync('openssl', args, {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 30_000,
      }),
    read: (name) => Uint8Array.from(readFileSync(join(folder, name))),
    write: (name, bytes) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes `NAME.key` and a self-signed `NAME.crt` for `CN=NAME` into the folder. */
export function makePair(bench: OpensslBench, name: string, keyOptions: readonly string[]): void {
  bench.run('genpkey', ...keyOptions, '-out', `${name}.key`);
  const request = ['req', '-x509', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`];
  const extension = ['-addext', `subjectAltName=email:${name}@example.org`];
  bench.run(...request, '-days', '365', ...extension, '-out', `${name}.crt`);
}

/** `openssl pkcs12 -export` of a pair made by {@link makePair}, with the password `secret`. */
export function exportPfx(
  bench: OpensslBench,
  name: string,
  file: string,
  options: readonly string[] = [],
): Uint8Array {
  const parts = ['-inkey', `${name}.key`, '-in', `${name}.crt`, '-name', name];
  const output = ['-passout', 'pass:secret', '-out', file];
  bench.run('pkcs12', '-export', ...parts, ...output, ...options);
  return bench.read(file);
}

export const smallKey: readonly string[] = [
  '-algorithm',
  'EC',
  '-pkeyopt',
  'ec_paramgen_curve:P-256',
];
