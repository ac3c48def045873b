import { malformed } from './errors.ts';
import { formatOf } from './format.ts';
import { openFile } from './open-file.ts';
import { pemOf } from './pem.ts';
import type { CertificateFormat } from '../../preload/contract/saved-files.ts';

export type ExportRequest = {
  /** Of the file; null when it has none. */
  readonly password: string | null;
  /** Place of the certificate, as `inspectFile` counts them. */
  readonly index: number;
  readonly format: CertificateFormat;
  readonly acceleration: boolean;
  readonly signal?: AbortSignal;
};

/**
 * One certificate of a file, byte for byte as it is in there (DER), or the same as a PEM block (RFC 7468). Never a
 * key. Throws `Pkcs12Error` as opening does, `malformed` where there is no such certificate.
 */
export async function exportCertificate(
  bytes: Uint8Array,
  { password, index, format, acceleration, signal }: ExportRequest,
): Promise<Uint8Array> {
  const container = await openFile(bytes, formatOf(bytes), { password, acceleration, signal });
  for (const key of container.keys) key.pkcs8.fill(0);
  const der = container.certificates[index]?.der;
  if (der === undefined) throw malformed('certificate');
  return format === 'der' ? new Uint8Array(der) : pemOf('CERTIFICATE', der);
}
