import type { Snapshot } from '../../preload/contract/app.ts';
import type { Upload } from '../../preload/contract/certificates.ts';
import { t } from '../text/text.ts';
import { showToast } from '../ui/toast.ts';
import { closeAdd, useAdding } from './add/add.store.ts';
import { followList, forgetList, loadCertificates, useCertificates } from './certificates.store.ts';
import { closeEdit } from './edit/edit.store.ts';
import { closeQueue, restoreQueue } from './queue/queue.ts';
import { openQueue } from './queue/queue.store.ts';
import { followUploads, forgetUploads, takeUploads } from './uploads.store.ts';

/** Follows the list and the uploads in main; the function that comes back stops it. */
export function followCertificates(): () => void {
  const stops = [followList(), followUploads(arrived)];
  return () => stops.forEach((stop) => stop());
}

/** Takes over the uploads and the queue that a reload of the page found with main. */
export function takeCertificates(snapshot: Snapshot): void {
  takeUploads(snapshot.uploads, arrived);
  restoreQueue(snapshot);
}

/** Forgets everything when a session ends: another person may sign in next. */
export function forgetCertificates(): void {
  closeAdd();
  closeEdit();
  closeQueue();
  forgetUploads();
  forgetList();
}

/** An upload has come to its good end: its dialog closes, a notice says what the server does next. */
function arrived(upload: Upload): void {
  const adding = useAdding.getState();
  if (adding.status === 'open' && adding.uploadId === upload.id) closeAdd();
  void loadCertificates();
  // The list of several says it of each of them.
  if (upload.isQueued && openQueue() !== null) return;
  showToast({
    icon: 'passed',
    tone: 'ok',
    title: t('certificates.uploaded.title', { name: typeName(upload) ?? upload.fileName }),
    sentence:
      upload.repushed === null
        ? t('certificates.uploaded.unknown')
        : t('certificates.uploaded.more', { count: upload.repushed }),
  });
}

function typeName({ typeId }: Upload): string | null {
  const certificates = useCertificates.getState();
  if (certificates.status !== 'ready') return null;
  return certificates.list.types.find(({ id }) => id === typeId)?.name ?? null;
}
