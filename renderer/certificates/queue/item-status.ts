import type { CertificateType, Upload } from '../../../preload/contract/certificates.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { asksForPassword } from '../../file-look/failure-kinds.ts';
import { uploadStatus } from '../add/upload-status.ts';
import type { UploadStatus } from '../add/upload-status.ts';
import type { QueueItem } from './queue.store.ts';

/** How far one file of the queue is. */
export type ItemStatus =
  | { kind: 'on-its-way'; upload: Upload }
  | { kind: 'uploaded'; upload: Upload }
  | { kind: 'not-uploaded'; problem: AppError; uploadId: string | null }
  /** Still here: what stands between it and its upload. */
  | { kind: 'here'; status: UploadStatus };

/** Judges one file by its upload, if there is one, and else by what was found inside. */
export function itemStatus(
  item: QueueItem,
  uploads: readonly Upload[],
  types: readonly CertificateType[],
): ItemStatus {
  const upload = uploads.findLast(({ fileId }) => fileId === item.fileId);
  if (upload?.state === 'done') return { kind: 'uploaded', upload };
  if (upload?.state === 'failed') {
    const problem: AppError = upload.error ?? { code: 'internal' };
    return { kind: 'not-uploaded', problem, uploadId: upload.id };
  }
  if (upload !== undefined && upload.state !== 'cancelled') return { kind: 'on-its-way', upload };
  if (item.problem !== null) {
    return { kind: 'not-uploaded', problem: item.problem, uploadId: null };
  }
  // A wrong password is one more to ask for, and no end of the matter.
  if (waitsForPassword(item)) return { kind: 'here', status: { kind: 'password' } };
  const type = types.find(({ id }) => id === item.typeId) ?? null;
  // A file that main has not been handed yet is one that is about to be looked at.
  const status: UploadStatus =
    item.looking.status === 'idle'
      ? { kind: 'busy' }
      : uploadStatus(item.looking, type, item.acknowledged);
  return { kind: 'here', status };
}

function waitsForPassword({ looking }: QueueItem): boolean {
  if (looking.status !== 'held' || looking.busy || looking.answer.kind !== 'failed') return false;
  return asksForPassword(looking.answer.failure.kind);
}

/** How the whole queue stands. Every file is counted once. */
export type QueueSum = {
  uploaded: number;
  onTheirWay: number;
  notUploaded: number;
  ready: number;
  needPassword: number;
  /** Warnings to read, or a type to choose. */
  needYou: number;
  /** Nothing can be done with them here: they do not open, or a check blocks them. */
  blocked: number;
  busy: number;
};

/** Counts the files by what the person has to know of them. */
export function sumUp(statuses: readonly ItemStatus[]): QueueSum {
  const sum: QueueSum = {
    uploaded: 0,
    onTheirWay: 0,
    notUploaded: 0,
    ready: 0,
    needPassword: 0,
    needYou: 0,
    blocked: 0,
    busy: 0,
  };
  for (const status of statuses) sum[countedAs(status)] += 1;
  return sum;
}

function countedAs(status: ItemStatus): keyof QueueSum {
  if (status.kind === 'uploaded') return 'uploaded';
  if (status.kind === 'on-its-way') return 'onTheirWay';
  if (status.kind === 'not-uploaded') return 'notUploaded';
  switch (status.status.kind) {
    case 'ready':
      return 'ready';
    case 'password':
      return 'needPassword';
    case 'no-type':
    case 'warnings':
      return 'needYou';
    case 'busy':
      return 'busy';
    case 'no-file':
    case 'failed':
    case 'unfit':
    case 'errors':
      return 'blocked';
    default:
      return status.status satisfies never;
  }
}
