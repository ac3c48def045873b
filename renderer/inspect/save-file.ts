import type { Input } from '../../preload/contract.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { call } from '../portal.ts';
import { describeError } from '../text/errors.ts';
import { sentences } from '../text/sentences.ts';
import { t } from '../text/text.ts';
import { showToast } from '../ui/toast.ts';

/**
 * Saves a copy under another password and says what to do with the old file.
 *
 * @returns null when it was saved; the error otherwise, `cancelled` when the person chose no place
 */
export async function saveStrongCopy(
  input: Input<'files.saveStrongCopy'>,
): Promise<AppError | null> {
  const answer = await call('files.saveStrongCopy', input);
  if (!answer.ok) return answer.error;
  showToast({
    icon: 'passed',
    tone: 'ok',
    title: t('strong.saved', { name: answer.value.saved }),
    sentence: t(input.form === 'legacy' ? 'strong.saved.legacy' : 'strong.saved.more'),
  });
  return null;
}

/** Saves one certificate by itself, and says how that went; nothing when the person chose no place. */
export async function saveCertificate(input: Input<'files.exportCertificate'>): Promise<void> {
  const answer = await call('files.exportCertificate', input);
  if (answer.ok) {
    const title = t('export.saved', { name: answer.value.saved });
    showToast({ icon: 'passed', tone: 'ok', title, sentence: t('export.saved.more') });
    return;
  }
  if (answer.error.code === 'cancelled') return;
  const { title, sentence, todo } = describeError(answer.error);
  showToast({ icon: 'error', tone: 'danger', title, sentence: sentences(sentence, todo) });
}
