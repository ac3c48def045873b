import type { Snapshot } from '../../../preload/contract/app.ts';
import { mostFiles } from '../../file-look/limits.ts';
import { call } from '../../portal.ts';
import { t } from '../../text/text.ts';
import { offeredTypes } from '../certificates.store.ts';
import {
  cancelUpload,
  dismissUpload,
  isRunning,
  startUpload,
  useUploads,
} from '../uploads.store.ts';
import { itemStatus } from './item-status.ts';
import type { ItemStatus } from './item-status.ts';
import { closeLooks, dropItem, takeFiles, takeKept } from './look.ts';
import { changeItem, changeQueue, itemOf, openQueue, selectItem, useQueue } from './queue.store.ts';
import type { QueueItem } from './queue.store.ts';

/** Opens the queue with these files, or adds them to the one that is open. Folders are named as left out. */
export function addToQueue(files: readonly File[], folders: readonly string[] = []): void {
  if (openQueue() === null) openEmpty();
  const room = mostFiles - (openQueue()?.items.length ?? 0);
  const taken = files.slice(0, Math.max(0, room));
  const tooMany = files.slice(taken.length);
  changeQueue({
    leftOut: [
      ...(openQueue()?.leftOut ?? []),
      ...folders.map((name) => ({ name, why: t('queue.left.folder') })),
      ...tooMany.map(({ name }) => ({ name, why: t('queue.left.many', { most: mostFiles }) })),
    ],
  });
  const isNew = openQueue()?.selected === null;
  void takeFiles(taken);
  if (isNew) changeQueue({ selected: openQueue()?.items[0]?.key ?? null });
}

/** Takes over what main has kept of a queue over a reload; files of other windows of the page are let go of. */
export function restoreQueue({ files, uploads }: Pick<Snapshot, 'files' | 'uploads'>): void {
  const busy = new Set(uploads.filter(isRunning).map(({ fileId }) => fileId));
  for (const { fileId, isQueued } of files) {
    if (!isQueued && !busy.has(fileId)) void call('files.close', { fileId });
  }
  const kept = files.filter(({ isQueued }) => isQueued);
  const gone = uploads.filter(
    ({ isQueued, fileId }) => isQueued && !kept.some((file) => file.fileId === fileId),
  );
  if (kept.length + gone.length === 0 || openQueue() !== null) return;
  openEmpty();
  void takeKept(kept, gone);
}

/** Closes the list and lets go of every file that is not on its way. */
export function closeQueue(): void {
  if (openQueue() === null) return;
  for (const upload of useUploads.getState().uploads) {
    if (upload.isQueued && !isRunning(upload)) dismissUpload(upload.id);
  }
  useQueue.setState({ status: 'closed' }, true);
  closeLooks();
}

/** Sends every file that nothing stands in the way of, in their order; main sends them one by one. */
export async function uploadReady(): Promise<void> {
  for (const { key } of openQueue()?.items ?? []) await uploadItem(key);
}

/** Sends one file again that was not uploaded, if nothing else stands in its way now. */
export async function tryAgain(key: number): Promise<void> {
  const item = itemOf(key);
  if (item === null) return;
  const status = statusOf(item);
  if (status.kind === 'not-uploaded' && status.uploadId !== null) dismissUpload(status.uploadId);
  changeItem(key, { problem: null });
  await uploadItem(key);
}

/** Stops the upload of one file; the file stays. One that is not on its way is taken out of the list. */
export function cancelItem(key: number): void {
  const item = itemOf(key);
  if (item === null) return;
  const status = statusOf(item);
  if (status.kind === 'on-its-way') cancelUpload(status.upload.id);
  else {
    if (status.kind === 'not-uploaded' && status.uploadId !== null) dismissUpload(status.uploadId);
    dropItem(key);
  }
}

/** Goes on to the next file that needs its password, when nothing more is asked of this one. */
export function goOnFrom(key: number): void {
  const items = openQueue()?.items ?? [];
  const item = items.find((one) => one.key === key);
  if (!item || openQueue()?.selected !== key || !isDoneWith(statusOf(item))) return;
  const at = items.indexOf(item);
  const next = [...items.slice(at + 1), ...items.slice(0, at)].find((other) => {
    const status = statusOf(other);
    return status.kind === 'here' && status.status.kind === 'password';
  });
  if (next) selectItem(next.key);
}

function isDoneWith(status: ItemStatus): boolean {
  return status.kind === 'here' && status.status.kind === 'ready';
}

/** How far one file is, by all that is known now. */
export function statusOf(item: QueueItem): ItemStatus {
  return itemStatus(item, useUploads.getState().uploads, offeredTypes());
}

async function uploadItem(key: number): Promise<void> {
  const item = itemOf(key);
  if (item === null) return;
  const status = statusOf(item);
  if (status.kind !== 'here' || status.status.kind !== 'ready') return;
  const { fileId, typeId, acknowledged } = status.status;
  const began = await startUpload({ fileId, typeId, acknowledged });
  if ('error' in began) changeItem(key, { problem: began.error });
}

function openEmpty(): void {
  useQueue.setState(
    { status: 'open', items: [], leftOut: [], selected: null, sharesPassword: true },
    true,
  );
}
