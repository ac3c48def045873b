import type { InspectionFailure } from '../../preload/contract/inspection.ts';
import { sentences } from '../text/sentences.ts';
import { t } from '../text/text.ts';
import { isText } from './algorithm-words.ts';
import type { Refusal } from './looking.ts';
import { describeError } from '../text/errors.ts';
import { fileSize } from '../text/format.ts';

/** A file that does not open, in words: the fact, and the one thing to do. */
export type FailureWords = { title: string; todo: string | null; reference: string | null };

/**
 * The words for a failed inspection, found in `inspection.json` by its kind. What a file is instead, and the
 * algorithm or limit that it met, are named in them.
 */
export function failureWords({ kind, format, detail }: InspectionFailure): FailureWords {
  const values = { detail: detail ?? '', format: t(`inspect.format.${format}`) };
  const words = (part: 'title' | 'todo'): string | null => {
    const exact = `inspection.failure.${kind}.${format}.${part}`;
    const key = isText(exact) ? exact : `inspection.failure.${kind}.${part}`;
    return isText(key) ? t(key, values) : null;
  };
  return {
    title: words('title') ?? kind,
    todo: words('todo'),
    reference: detail === null ? null : t('reference', { reference: `${kind}, ${detail}` }),
  };
}

/** The words for a file that was not even read. */
export function refusalWords(refusal: Refusal): FailureWords {
  switch (refusal.kind) {
    case 'too-large':
      return {
        title: t('inspect.refused.tooLarge', { name: refusal.name }),
        todo: t('inspect.refused.tooLarge.more', {
          size: fileSize(refusal.size),
          limit: fileSize(refusal.limit),
        }),
        reference: null,
      };
    case 'unreadable':
      return {
        title: t('inspect.refused.unreadable', { name: refusal.name }),
        todo: t('inspect.refused.unreadable.more'),
        reference: null,
      };
    case 'not-opened':
      return {
        title: t('inspect.refused.unreadable', { name: refusal.name }),
        todo: t(`inspect.refused.${refusal.why}`),
        reference: null,
      };
    case 'error': {
      const { title, sentence, todo, reference } = describeError(refusal.error);
      return { title, todo: sentences(sentence, todo), reference };
    }
    default:
      return refusal satisfies never;
  }
}
