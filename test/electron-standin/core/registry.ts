import type { BrowserWindow } from '../modules/browser-window.ts';
import type { WebContents } from '../modules/web-contents.ts';

/** All windows that are not destroyed, by id, oldest first. */
export const windows = new Map<number, BrowserWindow>();

/** All web contents that are not destroyed, by id. */
export const contents = new Map<number, WebContents>();
