import { basename } from 'node:path';
import { failure } from '../failure.ts';
import { cleanText } from '../portal/wire/text.ts';
import type { SaveWish } from './save-question.ts';
import type { SaveOptions } from './saved-files.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes a text where the person says, as UTF-8.
 *
 * @throws Failure `cancelled`, `busy` while the dialog is open already, `disk-full`, or `file-unreadable` for a place
 *   that takes no file
 */
export type SaveText = (wish: SaveWish, text: string, mode: number) => Promise<{ saved: string }>;

/** One dialog at a time; a page that has gone wrong can't bury the person under them. */
export function createSaveText(askWhereToSave: SaveOptions['askWhereToSave']): SaveText {
  let isAsking = false;
  return async (wish, text, mode) => {
    if (isAsking) throw failure('busy', { reason: 'saving' });
    isAsking = true;
    const path = await askWhereToSave(wish).finally(() => {
      isAsking = false;
    });
    if (path === null) throw failure('cancelled');
    await writeWhole(path, Buffer.from(text), mode);
    return { saved: cleanText(basename(path), 255) || '?' };
  };
}
