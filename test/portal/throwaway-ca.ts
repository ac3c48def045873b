import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a TLS server shows. */
type Identity = { key: string; cert: string };

/** A certification authority that lives for one test run. */
export type ThrowawayCa = {
  /** Its certificate, PEM; for `NODE_EXTRA_CA_CERTS`, a trust store or a client's `ca`. */
  pem: string;
  /** The same in a file. */
  file: string;
  /** A server certificate for a host name or address, valid between two dates. */
  issue: (host: string, from?: Date, until?: Date) => Identity;
  /** A server certificate that nobody vouches for. */
  selfSigned: (host: string) => Identity;
  remove: () => void;
};

const day = 86_400_000;
const newKey = 'req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'.split(' ');
const sign = 'ca -batch -config ca.cnf -cert ca.pem -keyfile ca.key -notext'.split(' ');
const caConfiguration = `
[ca]
default_ca = mine
[mine]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
`;
/** `20261122130600Z` */
const asn1Time = (date: Date): string => date.toISOString().replaceAll(/[-:T]|\.\d+/gu, '');

function nameOf(host: string): string {
  return /^[\d.:]+$/u.test(host) ? `IP:${host}` : `DNS:${host}`;
}

/**
 * Makes a certification authority with the openssl command line, in a folder of its own.
 * @throws when openssl is missing
 */
export function createThrowawayCa(): ThrowawayCa {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-ca-'));
  const at = (name: string): string => join(folder, name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  };
  let serial = 1000;

  writeFileSync(at('index.txt'), '');
  writeFileSync(at('ca.cnf'), caConfiguration);
  const authority = '-x509 -keyout ca.key -out ca.pem -days 30 -subj /CN=Throwaway-CA'.split(' ');
  openssl(...newKey, ...authority, '-addext', 'keyUsage=critical,keyCertSign,cRLSign');

  const request = (name: string, host: string): string[] => {
    const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${nameOf(host)}`];
    return [...newKey, '-keyout', `${name}.key`, ...names];
  };

  return {
    pem: read('ca.pem'),
    file: at('ca.pem'),
    issue: (host, from = new Date(Date.now() - day), until = new Date(Date.now() + 30 * day)) => {
      serial += 1;
      const name = `server-${serial}`;
      openssl(...request(name, host), '-out', `${name}.csr`);
      const dates = ['-startdate', asn1Time(from), '-enddate', asn1Time(until)];
      openssl(...sign, '-in', `${name}.csr`, '-out', `${name}.pem`, ...dates);
      return { key: read(`${name}.key`), cert: read(`${name}.pem`) };
    },
    selfSigned: (host) => {
      openssl(...request('alone', host), '-x509', '-days', '30', '-out', 'alone.pem');
      return { key: read('alone.key'), cert: read('alone.pem') };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
