import { basename } from 'node:path';
import type { ActivityEntry } from '../../preload/contract/activity.ts';
import { failure } from '../failure.ts';
import type { SaveOptions } from '../files/saved-files.ts';
import { writeWhole } from '../files/write-whole.ts';
import { cleanText } from '../portal/wire/text.ts';
import { systemWord } from '../system-words.ts';
import { activityCsv, isoWithOffset } from './csv.ts';

/** It says what somebody does and when: nobody else on this computer needs to read it. */
const onlyForOwner = 0o600;

export type ActivityExport = {
  /** Asks the person where, and writes the log there; the answer is the file's name. */
  save: (entries: readonly ActivityEntry[]) => Promise<{ saved: string }>;
};

/**
 * Writes the log as CSV where the person says.
 *
 * @param now epoch ms
 * @returns `save` throws Failure `cancelled`, `busy` while the dialog is open already, `disk-full`, or
 *   `file-unreadable` for a place that takes no file
 */
export function createActivityExport(
  askWhereToSave: SaveOptions['askWhereToSave'],
  now: () => number,
): ActivityExport {
  let isAsking = false;

  async function ask(): Promise<string> {
    if (isAsking) throw failure('busy', { reason: 'saving' });
    isAsking = true;
    try {
      const date = isoWithOffset(now()).slice(0, 10);
      const stem = systemWord('system.save.activity-name').replace('{date}', date);
      const path = await askWhereToSave({ suggestedName: `${stem}.csv`, kind: 'csv' });
      if (path === null) throw failure('cancelled');
      return path;
    } finally {
      isAsking = false;
    }
  }

  return {
    save: async (entries) => {
      const path = await ask();
      await writeWhole(path, activityCsv(entries), onlyForOwner);
      return { saved: cleanText(basename(path), 255) || '?' };
    },
  };
}
