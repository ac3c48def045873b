import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate with its key, both PEM. */
export type ServerCertificate = { key: string; cert: string };

/** A certificate authority that nobody knows, made by the openssl command and thrown away after the test. */
export type Authority = {
  /** PEM file of the authority, as a company would put it into the operating system. */
  path: string;
  pem: string;
  /**
   * @param name host name of the server; `127.0.0.1` and `localhost` are always in it, unless `only` is true
   * @param days how long it is valid from `from` on, from now by default
   */
  issue: (
    name: string,
    validity?: { only?: boolean; from?: Date; until?: Date },
  ) => ServerCertificate;
  dispose: () => void;
};

const stamp = (date: Date): string => date.toISOString().replaceAll(/[-:T]|\.\d+/gu, '');
const day = 86_400_000;

/** Makes an authority. */
export function createAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-authority-'));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { stdio: 'ignore', cwd: folder });
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '30',
    '-subj',
    '/CN=Throw-away Authority',
    '-addext',
    'basicConstraints=critical,CA:TRUE',
    '-addext',
    'keyUsage=critical,keyCertSign',
  );
  writeFileSync(at('index.txt'), '');
  writeFileSync(at('serial'), '1000');
  writeFileSync(
    at('ca.cnf'),
    [
      '[ca]',
      'default_ca=d',
      '[d]',
      'database=index.txt',
      'serial=serial',
      'new_certs_dir=.',
      'default_md=sha256',
      'policy=p',
      'copy_extensions=copy',
      'unique_subject=no',
      '[p]',
      'commonName=supplied',
    ].join('\n'),
  );
  let count = 0;
  return {
    path: at('ca.pem'),
    pem: readFileSync(at('ca.pem'), 'utf8'),
    issue: (name, { only = false, from, until } = {}) => {
      count += 1;
      const file = `server-${count}`;
      const names = [`DNS:${name}`, ...(only ? [] : ['DNS:localhost', 'IP:127.0.0.1'])];
      openssl(
        'req',
        ...newKey,
        '-keyout',
        `${file}.key`,
        '-out',
        `${file}.csr`,
        '-subj',
        `/CN=${name}`,
        '-addext',
        `subjectAltName=${names.join(',')}`,
      );
      const start = from ?? new Date(Date.now() - day);
      const end = until ?? new Date(start.getTime() + 30 * day);
      openssl(
        'ca',
        '-batch',
        '-config',
        'ca.cnf',
        '-cert',
        'ca.pem',
        '-keyfile',
        'ca.key',
        '-in',
        `${file}.csr`,
        '-out',
        `${file}.pem`,
        '-notext',
        '-startdate',
        stamp(start),
        '-enddate',
        stamp(end),
      );
      return {
        key: readFileSync(at(`${file}.key`), 'utf8'),
        cert: readFileSync(at(`${file}.pem`), 'utf8'),
      };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
