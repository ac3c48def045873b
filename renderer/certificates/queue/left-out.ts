import { failureWords, refusalWords } from '../../file-look/failure-words.ts';
import type { Looking } from '../../file-look/looking.ts';
import { t } from '../../text/text.ts';

/**
 * Why a file is left out of the queue, in words: it could not be read, it is there already, or it is no PKCS#12 file
 * at all. Null for every other: a file that is damaged stays in the list with what is wrong with it.
 */
export function leftOutWords(looking: Looking): string | null {
  if (looking.status === 'refused') {
    const { refusal } = looking;
    if (refusal.kind === 'error' && refusal.error.reason === 'same-file') {
      return t('queue.left.same');
    }
    return refusalWords(refusal).title;
  }
  if (looking.status !== 'held') return null;
  const { answer } = looking;
  if (answer.kind === 'opened') {
    const { format } = answer.inspection;
    return format === 'pkcs12'
      ? null
      : t('queue.left.format', { format: t(`inspect.format.${format}`) });
  }
  if (answer.kind !== 'failed') return null;
  const { kind } = answer.failure;
  return kind === 'not-pkcs12' || kind === 'empty' ? failureWords(answer.failure).title : null;
}
