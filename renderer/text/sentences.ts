import { t } from './text.ts';

/** Whole sentences one after the other, with the space between them that the language wants; Japanese wants none. */
export function sentences(first: string, ...others: readonly string[]): string {
  return others.reduce((before, next) => t('list.sentences', { before, next }), first);
}
