import type { Clipboard } from 'electron';
import { guarded } from '../core/guard.ts';

type ClipboardApi = Pick<Clipboard, 'clear' | 'has' | 'readText' | 'writeText'>;

let text = '';

/** `clipboard`: texts only, in this process; the page's own clipboard is Chromium's and another one. */
export const clipboard: ClipboardApi = guarded('clipboard', {
  clear() {
    text = '';
  },
  has: (mimetype: string) => Promise.resolve(text !== '' && mimetype === 'text/plain'),
  readText: () => Promise.resolve(text),
  writeText(written: string) {
    text = written;
    return Promise.resolve();
  },
});
