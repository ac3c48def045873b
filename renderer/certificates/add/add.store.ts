import { create } from 'zustand';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { uploadLimit } from '../../file-look/limits.ts';
import { createFileLook } from '../../file-look/looking.ts';
import { call } from '../../portal.ts';
import { useCertificates } from '../certificates.store.ts';
import { cancelUpload, dismissUpload, startUpload } from '../uploads.store.ts';
import { purposeOf } from './fitting-type.ts';
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

/** Reads the password out of its field at the moment it is needed; null without a field or a password. */
let readPassword: () => string | null = () => null;

/** Tells where the password is read; the function that comes back ends that. */
export function readPasswordFrom(read: () => string): () => void {
  readPassword = () => read() || null;
  return () => {
    readPassword = () => null;
  };
}

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
  useAdding.setState({ status: 'closed' }, true);
  addedFile.close();
}

/** Takes another file; what was typed and chosen stays. */
export async function chooseFile(file: File): Promise<void> {
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
  forgetUpload();
  const began = await startUpload({ fileId, typeId, acknowledged });
  change('id' in began ? { uploadId: began.id } : { problem: began.error });
}

/** Stops the upload; file, type and password stay as they are. */
export function stopUpload(): void {
  const adding = useAdding.getState();
  if (adding.status === 'open' && adding.uploadId !== null) cancelUpload(adding.uploadId);
}

/** Takes an ended upload out of the dialog, so that the next one begins afresh. */
export function forgetUpload(): void {
  const adding = useAdding.getState();
  if (adding.status === 'open' && adding.uploadId !== null) dismissUpload(adding.uploadId);
  change({ uploadId: null, problem: null });
}

/** The type that is chosen, as the portal describes it now. */
export function chosenType(): CertificateType | null {
  const adding = useAdding.getState();
  if (adding.status !== 'open') return null;
  return offeredTypes().find(({ id }) => id === adding.typeId) ?? null;
}

function ask() {
  return { password: readPassword(), purpose: purposeOf(chosenType()) };
}

function offeredTypes(): readonly CertificateType[] {
  const certificates = useCertificates.getState();
  return certificates.status === 'ready' ? certificates.list.types : [];
}

function onlyType(): string | null {
  const types = offeredTypes();
  return types.length === 1 ? (types[0]?.id ?? null) : null;
}

function change(part: Partial<Extract<Adding, { status: 'open' }>>): void {
  const adding = useAdding.getState();
  if (adding.status === 'open') useAdding.setState({ ...adding, ...part }, true);
}
