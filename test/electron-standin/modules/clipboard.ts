import type { Clipboard } from 'electron';
import { guarded } from '../core/guard.ts';

type ClipboardApi = Pick<Clipboard, 'availableFormats' | 'clear' | 'readText' | 'writeText'>;

let text = '';

/** `clipboard`: texts only, in this process; the page's own clipboard is Chromium's and another one. */
export const clipboard: ClipboardApi = guarded('clipboard', {
  availableFormats: () => (text === '' ? [] : ['text/plain']),
  clear() {
    text = '';
  },
  readText: () => text,
  writeText(written: string) {
    text = written;
  },
});
