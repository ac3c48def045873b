import { Menu } from 'electron';
import { menuTemplate } from './menu.ts';
import type { MenuState } from './menu.ts';

/** Puts the menu in force for every window, in the place of the one before. */
export function installMenu(state: MenuState): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state)));
}
