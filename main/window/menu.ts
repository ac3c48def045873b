import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { systemWord } from '../system-words.ts';

/**
 * The native menu: what each platform's users expect, and nothing that reloads the page or opens its tools.
 *
 * @param isMac puts the app menu first, as macOS does
 */
export function menuTemplate(isMac: boolean): MenuItemConstructorOptions[] {
  const file: MenuItemConstructorOptions = {
    label: systemWord('system.menu.file'),
    submenu: [isMac ? { role: 'close' } : { role: 'quit' }],
  };
  const edit: MenuItemConstructorOptions = {
    label: systemWord('system.menu.edit'),
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
    label: systemWord('system.menu.view'),
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: systemWord('system.menu.window'),
    submenu: [{ role: 'minimize' }, { role: 'zoom' }],
  };
  return [...(isMac ? [{ role: 'appMenu' } as const] : []), file, edit, view, window];
}

/** Puts the menu in force for every window. */
export function installMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin')));
}
