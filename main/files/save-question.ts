import type { SaveDialogOptions } from 'electron';
import { systemWord } from '../system-words.ts';

/** File name endings for each kind, the usual one first. */
const extensions = {
  pkcs12: ['p12', 'pfx'],
  pem: ['pem', 'crt'],
  der: ['cer', 'der'],
  csv: ['csv'],
  profile: ['mobileconfig'],
  text: ['txt'],
} as const;

/** What is to be saved, and the name that is proposed for it. */
export type SaveWish = { suggestedName: string; kind: keyof typeof extensions };

/**
 * The native question where a file goes. It asks by itself before a file is written over.
 *
 * @returns what Electron's save dialog shows
 */
export function saveQuestion({ suggestedName, kind }: SaveWish): SaveDialogOptions {
  return {
    defaultPath: suggestedName,
    filters: [
      { name: systemWord(`system.save.${kind}`), extensions: [...extensions[kind]] },
      { name: systemWord('system.save.any'), extensions: ['*'] },
    ],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  };
}
