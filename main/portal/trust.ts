import { readFileSync } from 'node:fs';
import tls from 'node:tls';

/** What became of the operating system's certificate authorities. */
export type SystemTrust = 'applied' | 'empty-system' | 'failed';

/** Where Linux distributions keep their authorities (the list of Go's crypto/x509/root_linux.go). */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

type TlsStore = Pick<typeof tls, 'getCACertificates' | 'setDefaultCACertificates'>;

const pemCertificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu;

function linuxAuthorities(read: (path: string) => string): string[] {
  for (const path of linuxBundles) {
    try {
      const found = read(path).match(pemCertificate);
      if (found !== null) return [...found];
    } catch {
      continue;
    }
  }
  return [];
}

/**
 * Makes this process trust what the operating system trusts, beside Node's own list. Without it a portal behind
 * a company's TLS inspection fails with `unable to get local issuer certificate` (electron#48272), and
 * NODE_EXTRA_CA_CERTS is no way out since the fuses switch it off. Never throws: without the system's list the
 * public authorities still stand.
 *
 * @param store `node:tls`, or a double of it
 * @param platform `process.platform`
 * @param read reads a text file; on Linux Electron's BoringSSL may look for the system's bundle in the wrong place
 */
export function trustSystemAuthorities(
  store: TlsStore = tls,
  platform: NodeJS.Platform = process.platform,
  read: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): SystemTrust {
  try {
    let system = store.getCACertificates('system');
    if (system.length === 0 && platform === 'linux') system = linuxAuthorities(read);
    if (system.length === 0) return 'empty-system';
    const all = new Set([...store.getCACertificates('default'), ...system]);
    store.setDefaultCACertificates([...all]);
    return 'applied';
  } catch {
    return 'failed';
  }
}
