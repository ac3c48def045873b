import { create } from 'zustand';
import type { Certificate, CertificateType } from '../../../preload/contract/certificates.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { uploadLimit } from '../../file-look/limits.ts';
import { createFileLook } from '../../file-look/looking.ts';
import { call } from '../../portal.ts';
import { t } from '../../text/text.ts';
import { showToast } from '../../ui/toast.ts';
import { purposeOf } from '../add/fitting-type.ts';
import { createPasswordSource } from '../add/password-source.ts';
import { useCertificates } from '../certificates.store.ts';
import { editStatus } from './edit-status.ts';
import type { Draft } from './edit-status.ts';

/** What was changed in Edit Certificate. The password is not here: it stands in its field, and with main. */
export type Editing =
  | { status: 'closed' }
  | (Draft & { status: 'open'; isSaving: boolean; problem: AppError | null });

export const useEditing = create<Editing>(() => ({ status: 'closed' }));

/** The file that is to take the place of the one at the portal. */
export const replacement = createFileLook(call);

/** Its password. */
export const replacementPassword = createPasswordSource();

/** Opens Edit Certificate for one certificate. */
export function openEdit(certificate: Certificate): void {
  const { typeId, description } = certificate;
  useEditing.setState(
    {
      status: 'open',
      certificate,
      typeId,
      description: description ?? '',
      acknowledged: [],
      isSaving: false,
      problem: null,
    },
    true,
  );
}

/** Closes it and lets go of the file and the password. */
export function closeEdit(): void {
  useEditing.setState({ status: 'closed' }, true);
  replacement.close();
}

/** Takes another file for the certificate; what was typed and chosen stays. */
export async function chooseReplacement(file: File): Promise<void> {
  const editing = useEditing.getState();
  if (editing.status !== 'open' || editing.isSaving) return;
  changeDraft({ acknowledged: [] });
  await replacement.open(file, uploadLimit, ask);
}

/** The file at the portal stays after all. */
export function keepFile(): void {
  replacement.close();
  changeDraft({ acknowledged: [] });
}

/** Takes over what was typed or chosen; a problem with what was sent before no longer counts. */
export function changeDraft(
  part: Partial<Pick<Draft, 'typeId' | 'description' | 'acknowledged'>>,
): void {
  change({ ...part, problem: null });
  if (part.typeId !== undefined) lookAgain();
}

/** Ticks or unticks a warning as read. */
export function acknowledge(id: string, isRead: boolean): void {
  const editing = useEditing.getState();
  if (editing.status !== 'open') return;
  const others = editing.acknowledged.filter((known) => known !== id);
  changeDraft({ acknowledged: isRead ? [...others, id] : others });
}

/** Looks inside with the password as it stands in its field now. */
export function lookAgain(): void {
  void replacement.look(ask());
}

/** Sends what was changed, if nothing stands in the way, and says what the server pushes again. */
export async function save(): Promise<void> {
  const editing = useEditing.getState();
  if (editing.status !== 'open' || editing.isSaving) return;
  const status = editStatus(editing, replacement.store.getState(), chosenType());
  if (status.kind !== 'ready') return;
  change({ isSaving: true, problem: null });
  const answer = await call('certificates.edit', status.input);
  if (!answer.ok) {
    change({ isSaving: false, problem: answer.error });
    return;
  }
  const isReplaced = status.input.replacement !== undefined;
  closeEdit();
  const { certificate, repushed } = answer.value;
  showToast({
    icon: 'passed',
    tone: 'ok',
    title: t(isReplaced ? 'edit.replaced' : 'edit.done', { name: certificate.name }),
    sentence: pushedWords(repushed, isReplaced),
  });
}

function pushedWords(repushed: number | null, isReplaced: boolean): string {
  if (repushed === null) return t(isReplaced ? 'certificates.uploaded.unknown' : 'edit.saved');
  return repushed === 0 && !isReplaced
    ? t('edit.done.more')
    : t('edit.done.pushed', { count: repushed });
}

function chosenType(): CertificateType | null {
  const editing = useEditing.getState();
  const certificates = useCertificates.getState();
  if (editing.status !== 'open' || certificates.status !== 'ready') return null;
  return certificates.list.types.find(({ id }) => id === editing.typeId) ?? null;
}

function ask() {
  return { password: replacementPassword.read(), purpose: purposeOf(chosenType()) };
}

function change(part: Partial<Extract<Editing, { status: 'open' }>>): void {
  const editing = useEditing.getState();
  if (editing.status === 'open') useEditing.setState({ ...editing, ...part }, true);
}
