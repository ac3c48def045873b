import type { Certificate, CertificateType } from '../../../preload/contract/certificates.ts';
import type { Input } from '../../../preload/contract.ts';
import type { Looking } from '../../file-look/looking.ts';
import { uploadStatus } from '../add/upload-status.ts';
import type { UploadStatus } from '../add/upload-status.ts';

/** What was changed in Edit Certificate, beside the file. */
export type Draft = {
  certificate: Certificate;
  typeId: string;
  description: string;
  /** Ids of the warnings that were read. */
  acknowledged: readonly string[];
};

/** What stands between the person and Save; only `ready` lets them through, with what main is asked then. */
export type EditStatus =
  | { kind: 'unchanged' }
  | { kind: 'file'; status: UploadStatus }
  | { kind: 'ready'; input: Input<'certificates.edit'>; repushes: number | null };

/** Decides from the draft, the replacement as it was looked at, and the type that is chosen. */
export function editStatus(
  draft: Draft,
  looking: Looking,
  type: CertificateType | null,
): EditStatus {
  const { certificate, typeId } = draft;
  const description = draft.description.trim();
  const input = {
    certificateId: certificate.id,
    ...(typeId === certificate.typeId ? {} : { typeId }),
    ...(description === (certificate.description ?? '') ? {} : { description }),
  };
  if (looking.status === 'idle') {
    return Object.keys(input).length === 1
      ? { kind: 'unchanged' }
      : { kind: 'ready', input, repushes: null };
  }
  const status = uploadStatus(looking, type, draft.acknowledged);
  if (status.kind !== 'ready') return { kind: 'file', status };
  const { fileId, acknowledged, repushes } = status;
  return {
    kind: 'ready',
    input: { ...input, replacement: { fileId, acknowledged } },
    repushes,
  };
}
