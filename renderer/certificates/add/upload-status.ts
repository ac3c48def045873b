import type { CertificateType } from '../../../preload/contract/certificates.ts';
import { asksForPassword } from '../../file-look/failure-kinds.ts';
import { groupChecks, warningIds } from '../../file-look/group-checks.ts';
import type { Looking } from '../../file-look/looking.ts';

/** What stands between the person and Upload; only `ready` lets them through. */
export type UploadStatus =
  | { kind: 'no-file' }
  | { kind: 'no-type' }
  | { kind: 'busy' }
  | { kind: 'password' }
  | { kind: 'failed' }
  /** It opens, and is no PKCS#12 file or has no private key. */
  | { kind: 'unfit' }
  | { kind: 'errors'; count: number }
  | { kind: 'warnings'; count: number }
  | { kind: 'ready'; fileId: string; typeId: string; acknowledged: string[]; repushes: number };

/** Decides from the file as it was looked at, the type, and the ids of the warnings that were read. */
export function uploadStatus(
  looking: Looking,
  type: CertificateType | null,
  acknowledged: readonly string[],
): UploadStatus {
  if (looking.status === 'idle') return { kind: 'no-file' };
  if (looking.status === 'refused') return { kind: 'failed' };
  if (looking.status === 'reading') return { kind: 'busy' };
  const { answer, busy, file } = looking;
  if (busy) return { kind: 'busy' };
  if (answer.kind === 'failed' && asksForPassword(answer.failure.kind) && !answer.withPassword) {
    return { kind: 'password' };
  }
  if (answer.kind !== 'opened') return { kind: 'failed' };
  const { checks, format, keys } = answer.inspection;
  const { errors } = groupChecks(checks);
  if (errors.length > 0) return { kind: 'errors', count: errors.length };
  if (format !== 'pkcs12' || keys.length === 0) return { kind: 'unfit' };
  if (type === null) return { kind: 'no-type' };
  const warnings = warningIds(checks);
  const unread = warnings.filter((id) => !acknowledged.includes(id));
  if (unread.length > 0) return { kind: 'warnings', count: unread.length };
  return {
    kind: 'ready',
    fileId: file.fileId,
    typeId: type.id,
    acknowledged: warnings,
    repushes: type.usedByConfigurations,
  };
}
