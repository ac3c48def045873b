import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Recipe = {
  email?: string;
  /** Extension lines of openssl, `keyUsage=digitalSignature`. */
  extensions?: string[];
  password?: string;
  withoutKey?: boolean;
  /** How long it is valid from today. */
  days?: number;
};

/** Makes a self-signed certificate and its PKCS#12 with the openssl command line. */
export function makeP12(recipe: Recipe = {}): Blob {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-p12-'));
  try {
    const at = (name: string): string => join(folder, name);
    const email = recipe.email ?? 'ines.declercq@haldenvoss.example';
    const extensions = [`subjectAltName=email:${email}`, ...(recipe.extensions ?? [])];
    const openssl = (...args: string[]): void => {
      execFileSync('openssl', args, { stdio: 'ignore' });
    };
    const certify = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'.split(' ');
    const days = ['-days', String(recipe.days ?? 300)];
    const subject = ['-subj', '/O=Halden/CN=Ines Declercq'];
    const added = extensions.flatMap((line) => ['-addext', line]);
    const [key, certificate, file] = [at('key.pem'), at('certificate.pem'), at('file.p12')];
    openssl(...certify, '-keyout', key, '-out', certificate, ...days, ...subject, ...added);
    const keys = recipe.withoutKey ? ['-nokeys'] : ['-inkey', key];
    const password = `pass:${recipe.password ?? 'hello'}`;
    openssl('pkcs12', '-export', '-in', certificate, '-out', file, ...keys, '-passout', password);
    return new Blob([readFileSync(file)], { type: 'application/x-pkcs12' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
