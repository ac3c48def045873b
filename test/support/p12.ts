import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** What the certificate in the file is to be. */
export type P12Wish = {
  /** A folder that the test throws away. */
  folder: string;
  fileName?: string;
  password: string;
  commonName?: string;
  email: string;
  use?: 'signing' | 'encryption';
  days?: number;
  /** Of the key derivation; by default as many as pass for strong. */
  rounds?: number;
  /** Leave the private key out. */
  withoutKey?: boolean;
};

/** A PKCS#12 file as a person would get it from IT. */
export type P12File = { path: string; name: string; bytes: Buffer; password: string };

const keyUsage = { signing: 'digitalSignature,nonRepudiation', encryption: 'keyEncipherment' };

/** PEM keys by owner. One has one key in all files that a process makes: nothing else takes openssl as long. */
const keys = new Map<string, Promise<string>>();

function keyOf(owner: string): Promise<string> {
  const args = ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
  const key = keys.get(owner) ?? exec('openssl', args).then(({ stdout }) => stdout);
  keys.set(owner, key);
  return key;
}

/**
 * Makes a real PKCS#12 file with the openssl command line: a root, a certificate for mail that it signed, the
 * private key, and a container with AES-256.
 */
export async function makeP12(wish: P12Wish): Promise<P12File> {
  const { folder, password, email } = wish;
  const commonName = wish.commonName ?? 'Ines Declercq';
  const name = wish.fileName ?? 'declercq-mail-2027.p12';
  const at = (file: string): string => join(folder, file);
  const openssl = (...args: string[]) => exec('openssl', args, { cwd: folder });
  await writeFile(
    at('leaf.cnf'),
    [
      '[leaf]',
      'basicConstraints=critical,CA:false',
      `keyUsage=critical,${keyUsage[wish.use ?? 'signing']}`,
      'extendedKeyUsage=emailProtection',
      `subjectAltName=email:${email}`,
      'subjectKeyIdentifier=hash',
      'authorityKeyIdentifier=keyid',
      '[root]',
      'basicConstraints=critical,CA:true',
      'keyUsage=critical,keyCertSign,cRLSign',
      'subjectKeyIdentifier=hash',
    ].join('\n'),
  );
  await writeFile(at('root.key'), await keyOf('the root'));
  await writeFile(at('leaf.key'), await keyOf(email));
  const root = '/O=Halden & Voss/CN=Halden & Voss Mail CA 3';
  await openssl(
    'req',
    '-x509',
    '-key',
    'root.key',
    '-sha256',
    '-days',
    '3650',
    '-subj',
    root,
    '-out',
    'root.pem',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  );
  await openssl(
    'req',
    '-new',
    '-key',
    'leaf.key',
    '-sha256',
    '-subj',
    `/O=Halden & Voss/CN=${commonName}`,
    '-out',
    'leaf.csr',
  );
  await openssl(
    'x509',
    '-req',
    '-in',
    'leaf.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-sha256',
    '-days',
    String(wish.days ?? 700),
    '-extfile',
    'leaf.cnf',
    '-extensions',
    'leaf',
    '-out',
    'leaf.pem',
  );
  await writeFile(at('password.txt'), password);
  await openssl(
    'pkcs12',
    '-export',
    '-in',
    'leaf.pem',
    '-certfile',
    'root.pem',
    ...(wish.withoutKey === true ? ['-nokeys'] : ['-inkey', 'leaf.key']),
    '-name',
    'Mail 2027',
    '-iter',
    String(wish.rounds ?? 100_000),
    '-passout',
    'file:password.txt',
    '-out',
    name,
  );
  return { path: at(name), name, bytes: await readFile(at(name)), password };
}
