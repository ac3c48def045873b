import { t } from './text.ts';

/** Words one after the other with the comma of the language, `iPhone 17, iOS 27.1`; empty for none. */
export function commaList(words: readonly string[]): string {
  return words.slice(1).reduce((before, next) => t('list.comma', { before, next }), words[0] ?? '');
}
