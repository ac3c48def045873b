import { app, BrowserWindow, clipboard, dialog, nativeTheme } from 'electron';
import { join } from 'node:path';
import { pageUrl } from './scheme.ts';
import { webPreferences } from './security-policy.ts';
import { systemWord } from '../system-words.ts';
import { minimumSize } from './window-bounds.ts';
import { keepPlace, openingPlace } from './window-place.ts';
import type { Place } from './window-place.ts';
import { createCrashGuard } from './window-recovery.ts';

/** What the window needs from the rest of main. */
export type WindowOptions = {
  /** Where it was when it was closed last. */
  place: Place;
  savePlace: (place: Place) => void;
  log: (what: string) => void;
  quit: () => void;
  /** What a person can pass on to IT of the last crash; nothing in it is a secret. */
  crashDetails: () => string;
};

/** The window's ground before the page has painted: paper or graphite, so that dark mode never flashes. */
const ground = (): string => (nativeTheme.shouldUseDarkColors ? '#0d0e11' : '#f5f4f1');

async function askAfterCrash(window: BrowserWindow, options: WindowOptions): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: systemWord('system.crash.title'),
    detail: systemWord('system.crash.text'),
    buttons: [
      systemWord('system.crash.restart'),
      systemWord('system.crash.quit'),
      systemWord('system.crash.copy'),
    ],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else if (response === 1) options.quit();
  else {
    await clipboard.writeText(options.crashDetails());
    await askAfterCrash(window, options);
  }
}

async function askWhileHung(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: systemWord('system.hang.title'),
    detail: systemWord('system.hang.text'),
    buttons: [systemWord('system.hang.wait'), systemWord('system.hang.reload')],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
}

function recover(window: BrowserWindow, options: WindowOptions): void {
  const guard = createCrashGuard(() => Date.now());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    options.log(`renderer gone: ${reason}`);
    if (guard() === 'reload') window.webContents.reload();
    else void askAfterCrash(window, options);
  });
  window.webContents.on('preload-error', (_event, _path, error) => {
    options.log(`preload failed: ${error.name}`);
    void askAfterCrash(window, options);
  });
  window.on('unresponsive', () => {
    options.log('renderer does not respond');
    void askWhileHung(window);
  });
}

/**
 * Opens the one window on the app's own page. It shows itself once the page has loaded, remembers its place,
 * and comes back by itself after a crash, but never in a loop.
 */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...openingPlace(options.place),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Latchkey',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: ground(),
    webPreferences: {
      ...webPreferences,
      devTools: !app.isPackaged,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
    },
  });
  recover(window, options);
  keepPlace(window, options.savePlace);
  // Not `ready-to-show`: on Wayland it waits for a frame that a hidden window never draws (podman-desktop).
  window.webContents.once('did-finish-load', () => {
    if (options.place.isMaximized) window.maximize();
    window.show();
  });
  const repaint = (): void => window.setBackgroundColor(ground());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  window.loadURL(pageUrl).catch((error: unknown) => {
    options.log(`page did not load: ${error instanceof Error ? error.name : 'unknown'}`);
  });
  return window;
}
