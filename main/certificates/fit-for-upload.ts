import { maxUploadBytes } from '../../preload/contract/certificates.ts';
import type { CertificateType } from '../../preload/contract/certificates.ts';
import type { Inspection, Purpose } from '../../preload/contract/inspection.ts';
import { failure } from '../failure.ts';
import { digestOf } from '../files/files.ts';
import type { Held, HeldFiles } from '../files/files.ts';

/** What a certificate of this type is looked at for. */
function purposeOf(type: CertificateType): Purpose {
  return type.purpose === 'signing' || type.purpose === 'encryption' ? type.purpose : 'look';
}

/** The person's own certificate, by which the portal's copy is found again. */
export function thumbprintOf(inspection: Inspection): string | null {
  const leaf = inspection.chain[0];
  return leaf === undefined ? null : (inspection.certificates[leaf]?.fingerprints.sha256 ?? null);
}

/**
 * Lets a file pass only when it is the one that was looked at, it opened, no check for the type's purpose is an
 * error, and every warning has been acknowledged. The page's word for any of this is not taken.
 *
 * @param acknowledged ids of the checks whose warnings the person has read
 * @param maxFileBytes what the portal takes, null when it does not say
 * @throws Failure `too-large`, `file-changed`, or `checks-failed` with the id of the check as its reason
 */
export async function passForUpload(
  files: HeldFiles,
  held: Held,
  type: CertificateType,
  acknowledged: readonly string[],
  maxFileBytes: number | null,
): Promise<Inspection> {
  if (held.bytes.length > Math.min(maxUploadBytes, maxFileBytes ?? maxUploadBytes))
    throw failure('too-large', { reason: 'file' });
  if (digestOf(held.bytes) !== held.digest) throw failure('file-changed');
  const result = await files.inspectAgain(held, purposeOf(type));
  if (!result.opened || result.inspection.format !== 'pkcs12')
    throw failure('checks-failed', { reason: 'not-opened' });
  const blocking = result.inspection.checks.find(
    ({ id, level }) => level === 'error' || (level === 'warning' && !acknowledged.includes(id)),
  );
  if (blocking !== undefined) throw failure('checks-failed', { reason: blocking.id });
  return result.inspection;
}
