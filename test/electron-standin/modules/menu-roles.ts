import { record } from '../core/calls.ts';
import { app } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';

/** A role of a menu item: what it is called, which keys it has on Linux, what it does. */
export type Role = {
  label: string;
  accelerator?: string;
  run(window: BrowserWindow | undefined): void;
};

const editing = (label: string, accelerator: string): Role => ({
  label,
  accelerator,
  // Chromium itself does these at the key press
  run: () => record(`menu role ${label}`),
});

function zoomBy(levels: number): (window: BrowserWindow | undefined) => void {
  return (window) => {
    const page = window?.webContents;
    page?.setZoomLevel(levels === 0 ? 0 : page.getZoomLevel() + levels);
  };
}

/** Electron's menu roles, by their names in lower case. */
export const ROLES: Readonly<Record<string, Role>> = {
  about: { label: 'About', run: () => app.showAboutPanel() },
  close: { label: 'Close Window', accelerator: 'CmdOrCtrl+W', run: (window) => window?.close() },
  copy: editing('Copy', 'CmdOrCtrl+C'),
  cut: editing('Cut', 'CmdOrCtrl+X'),
  delete: { label: 'Delete', run: () => record('menu role Delete') },
  editmenu: { label: 'Edit', run: () => {} },
  filemenu: { label: 'File', run: () => {} },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    run: (window) => window?.webContents.reloadIgnoringCache(),
  },
  help: { label: 'Help', run: () => {} },
  minimize: { label: 'Minimize', accelerator: 'CmdOrCtrl+M', run: (window) => window?.minimize() },
  paste: editing('Paste', 'CmdOrCtrl+V'),
  pasteandmatchstyle: editing('Paste and Match Style', 'Shift+CmdOrCtrl+V'),
  quit: { label: 'Quit', accelerator: 'CmdOrCtrl+Q', run: () => app.quit() },
  redo: editing('Redo', 'Shift+CmdOrCtrl+Z'),
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', run: (window) => window?.reload() },
  resetzoom: { label: 'Actual Size', accelerator: 'CmdOrCtrl+0', run: zoomBy(0) },
  selectall: editing('Select All', 'CmdOrCtrl+A'),
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Ctrl+Shift+I',
    run: (window) => window?.webContents.openDevTools(),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  undo: editing('Undo', 'CmdOrCtrl+Z'),
  viewmenu: { label: 'View', run: () => {} },
  windowmenu: { label: 'Window', run: () => {} },
  zoom: { label: 'Zoom', run: (window) => window?.maximize() },
  zoomin: { label: 'Zoom In', accelerator: 'CmdOrCtrl+Plus', run: zoomBy(0.5) },
  zoomout: { label: 'Zoom Out', accelerator: 'CmdOrCtrl+-', run: zoomBy(-0.5) },
};
