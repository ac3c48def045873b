import type { OpenDialogOptions } from 'electron';
import { systemWord } from '../system-words.ts';

const endings = ['p12', 'pfx', 'pem', 'cer', 'crt', 'der', 'p7b', 'p7c'];

/** The native question which file is to be looked into, as Electron's open dialog shows it. */
export function openQuestion(): OpenDialogOptions {
  return {
    filters: [
      { name: systemWord('system.open.certificates'), extensions: endings },
      { name: systemWord('system.save.any'), extensions: ['*'] },
    ],
    properties: ['openFile'],
  };
}
