import { create } from 'zustand';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { uploadLimit } from '../../file-look/limits.ts';
import { createFileLook } from '../../file-look/looking.ts';
import { call } from '../../portal.ts';
import { t } from '../../text/text.ts';
import { showToast } from '../../ui/toast.ts';
import { offeredTypes } from '../certificates.store.ts';
import {
  cancelUpload,
  dismissUpload,
  isRunning,
  startUpload,
  useUploads,
} from '../uploads.store.ts';
import { purposeOf } from './fitting-type.ts';
import { createPasswordSource } from './password-source.ts';
import { uploadStatus } from './upload-status.ts';

/** What was chosen in Add Certificate. The password is not here: it stands in its field, and with main. */
export type Adding =
  | { status: 'closed' }
  | {
      status: 'open';
      typeId: string | null;
      /** Ids of the warnings that were read. */
      acknowledged: readonly string[];
      uploadId: string | null;
      /** Why an upload did not even begin. */
      problem: AppError | null;
    };

export const useAdding = create<Adding>(() => ({ status: 'closed' }));

/** The file in Add Certificate. */
export const addedFile = createFileLook(call);

/** Its password. */
export const addedPassword = createPasswordSource();

/** Opens Add Certificate, with a type and a file where they are known. One that is open takes them over. */
export function openAdd({ typeId, file }: { typeId?: string; file?: File } = {}): void {
  if (useAdding.getState().status === 'closed') {
    const chosen = typeId ?? onlyType();
    const fresh = { typeId: chosen, acknowledged: [], uploadId: null, problem: null };
    useAdding.setState({ status: 'open', ...fresh }, true);
  } else if (typeId !== undefined) chooseType(typeId);
  if (file) void chooseFile(file);
}

/** Closes it and lets go of the file and the password. */
export function closeAdd(): void {
  dismissFailed();
  useAdding.setState({ status: 'closed' }, true);
  addedFile.close();
}

/** Takes another file; what was typed and chosen stays. */
export async function chooseFile(file: File): Promise<void> {
  if (isSendingAdded()) {
    tellToWait(file.name);
    return;
  }
  change({ acknowledged: [], problem: null });
  await addedFile.open(file, uploadLimit, ask);
}

/** Chooses the type, and has the file checked for it. */
export function chooseType(typeId: string): void {
  change({ typeId, problem: null });
  lookAgain();
}

/** Looks inside with the password as it stands in its field now. */
export function lookAgain(): void {
  void addedFile.look(ask());
}

/** Ticks or unticks a warning as read. */
export function acknowledge(id: string, isRead: boolean): void {
  const adding = useAdding.getState();
  if (adding.status !== 'open') return;
  const others = adding.acknowledged.filter((known) => known !== id);
  change({ acknowledged: isRead ? [...others, id] : others });
}

/** Sends the file, if nothing stands in the way. */
export async function upload(): Promise<void> {
  const adding = useAdding.getState();
  if (adding.status !== 'open') return;
  const status = uploadStatus(addedFile.store.getState(), chosenType(), adding.acknowledged);
  if (status.kind !== 'ready') return;
  const { fileId, typeId, acknowledged } = status;
  dismissFailed();
  change({ uploadId: null, problem: null });
  const began = await startUpload({ fileId, typeId, acknowledged });
  change('id' in began ? { uploadId: began.id } : { problem: began.error });
}

/** Stops the upload; file, type and password stay as they are. */
export function stopUpload(): void {
  const adding = useAdding.getState();
  if (adding.status === 'open' && adding.uploadId !== null) cancelUpload(adding.uploadId);
}

/** An upload that failed was told of here; main and the page behind need not tell of it any more. */
function dismissFailed(): void {
  const adding = useAdding.getState();
  if (adding.status !== 'open') return;
  const { uploads } = useUploads.getState();
  const failed = uploads.find(({ id, state }) => id === adding.uploadId && state === 'failed');
  if (failed) dismissUpload(failed.id);
}

/** The type that is chosen, as the portal describes it now. */
export function chosenType(): CertificateType | null {
  const adding = useAdding.getState();
  if (adding.status !== 'open') return null;
  return offeredTypes().find(({ id }) => id === adding.typeId) ?? null;
}

/** Says that a file can't be taken now: that would let go of the one that is on its way. */
export function tellToWait(name: string): void {
  showToast({
    icon: 'clock',
    tone: 'plain',
    title: t('add.wait'),
    sentence: t('add.wait.more', { name }),
  });
}

/** Whether the file in Add Certificate is on its way. */
export function isSendingAdded(): boolean {
  const adding = useAdding.getState();
  return (
    adding.status === 'open' &&
    useUploads.getState().uploads.some((each) => each.id === adding.uploadId && isRunning(each))
  );
}

function ask() {
  return { password: addedPassword.read(), purpose: purposeOf(chosenType()) };
}

function onlyType(): string | null {
  const types = offeredTypes();
  return types.length === 1 ? (types[0]?.id ?? null) : null;
}

function change(part: Partial<Extract<Adding, { status: 'open' }>>): void {
  const adding = useAdding.getState();
  if (adding.status === 'open') useAdding.setState({ ...adding, ...part }, true);
}
