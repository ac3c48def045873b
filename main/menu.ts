import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

/** Words of the menu bar, already in the person's language. */
export type MenuWords = { file: string; edit: string; view: string; window: string };

/**
 * The native menu: what each platform's users expect, and nothing that reloads the page or opens its tools.
 *
 * @param isMac puts the app menu first, as macOS does
 */
export function menuTemplate(words: MenuWords, isMac: boolean): MenuItemConstructorOptions[] {
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: [isMac ? { role: 'close' } : { role: 'quit' }],
  };
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: words.window,
    submenu: [{ role: 'minimize' }, { role: 'zoom' }],
  };
  return [...(isMac ? [{ role: 'appMenu' } as const] : []), file, edit, view, window];
}

/** Puts the menu in force for every window. */
export function installMenu(words: MenuWords): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(words, process.platform === 'darwin')),
  );
}
