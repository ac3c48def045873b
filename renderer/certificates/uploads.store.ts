import { create } from 'zustand';
import type { Upload } from '../../preload/contract/certificates.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { call, on } from '../portal.ts';

/** The uploads that main has under way or has not been told to forget, and the certificate that came last. */
export type Uploads = {
  uploads: readonly Upload[];
  /** Id of the certificate that was just added, until the person does something else. */
  fresh: string | null;
};

export const useUploads = create<Uploads>(() => ({ uploads: [], fresh: null }));

/** What is told of an upload that has come to its good end. */
type Arrived = (upload: Upload) => void;

/** Takes over the uploads of `app.snapshot`: a reload of the page in mid-upload loses none of them. */
export function takeUploads(uploads: readonly Upload[], arrived: Arrived): void {
  for (const upload of uploads) take(upload, arrived);
}

/** Follows the progress of all uploads; the function that comes back stops it. */
export function followUploads(arrived: Arrived): () => void {
  return on('upload.changed', (upload) => take(upload, arrived));
}

/** Ids of the uploads that events have told of since the page was loaded. */
const told = new Set<string>();

/** Sends an inspected file. Answers with the upload that began, or with the error that kept it from beginning. */
export async function startUpload(input: {
  fileId: string;
  typeId: string;
  acknowledged: string[];
}): Promise<{ id: string } | { error: AppError }> {
  const result = await call('certificates.upload', input);
  if (!result.ok) return { error: result.error };
  // An event may have told more of it by now than this answer does.
  if (!told.has(result.value.id)) keep(result.value);
  return { id: result.value.id };
}

/** Stops an upload; that it has stopped comes as an event. */
export function cancelUpload(uploadId: string): void {
  void call('certificates.cancelUpload', { uploadId });
}

/** Forgets an upload that has ended. */
export function dismissUpload(uploadId: string): void {
  useUploads.setState(({ uploads }) => ({
    uploads: uploads.filter((upload) => upload.id !== uploadId),
  }));
  void call('certificates.dismissUpload', { uploadId });
}

/** Marks the row of a certificate as one that was just added. */
export function showCertificate(certificateId: string): void {
  useUploads.setState({ fresh: certificateId });
}

/** The row that was just added is like any other from now on. */
export function forgetFresh(): void {
  useUploads.setState({ fresh: null });
}

/** Forgets all of them; main stops what is under way by itself. */
export function forgetUploads(): void {
  told.clear();
  useUploads.setState({ uploads: [], fresh: null });
}

/** Whether it is still on its way. */
export function isRunning(upload: Pick<Upload, 'state'>): boolean {
  const { state } = upload;
  return state === 'waiting' || state === 'sending' || state === 'checking';
}

function keep(upload: Upload): void {
  useUploads.setState(({ uploads }) => ({
    uploads: [...uploads.filter((known) => known.id !== upload.id), upload],
  }));
}

function take(upload: Upload, arrived: Arrived): void {
  told.add(upload.id);
  keep(upload);
  if (upload.state === 'cancelled') dismissUpload(upload.id);
  if (upload.state !== 'done') return;
  useUploads.setState({ fresh: upload.certificateId });
  arrived(upload);
  // One of the queue stands in its list until the person has closed that.
  if (!upload.isQueued) dismissUpload(upload.id);
}
