import type { MenuItemConstructorOptions } from 'electron';
import { record } from '../core/calls.ts';
import { guarded, guardedEmitter, notImplemented } from '../core/guard.ts';
import { onUnclaimedKey } from '../core/key-presses.ts';
import { windows } from '../core/registry.ts';
import { makeEvent } from '../core/standin-event.ts';
import { isAccelerator } from './accelerator.ts';
import { BrowserWindow } from './browser-window.ts';
import { ROLES } from './menu-roles.ts';

type ItemType = NonNullable<MenuItemConstructorOptions['type']>;
type ClickHandler = (item: MenuItem, window: BrowserWindow | undefined, event: object) => void;

/** Placing items by name is left out: the order of a template is the order of its menu. */
const NO_PLACING = ['before', 'after', 'beforeGroupContaining', 'afterGroupContaining'] as const;

/** Electron's MenuItem. */
export class MenuItem {
  readonly id: string;
  readonly type: ItemType;
  readonly role: MenuItemConstructorOptions['role'];
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  readonly click: (event?: object, window?: BrowserWindow, page?: object) => void;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  registerAccelerator: boolean;

  constructor(options: MenuItemConstructorOptions) {
    const { role, submenu, click } = options;
    for (const name of NO_PLACING) {
      if (options[name] !== undefined) throw notImplemented(`MenuItem: ${name}`);
    }
    const standard = role === undefined ? undefined : ROLES[role.toLowerCase()];
    if (role !== undefined && standard === undefined) throw notImplemented(`the menu role ${role}`);
    this.id = options.id ?? '';
    this.role = role;
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.label = options.label ?? standard?.label ?? '';
    this.accelerator = options.accelerator ?? standard?.accelerator;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : asMenu(submenu);
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.click = (
      event = makeEvent({}),
      window = BrowserWindow.getFocusedWindow() ?? undefined,
    ) => {
      if (!this.enabled) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (this.type === 'radio') this.checked = true;
      if (standard !== undefined) standard.run(window);
      else runClick(click, this, window, event);
    };
    guarded('MenuItem', this);
  }
}

function asMenu(submenu: unknown): Menu | undefined {
  return submenu instanceof Menu ? submenu : undefined;
}

function runClick(
  click: unknown,
  item: MenuItem,
  window: BrowserWindow | undefined,
  event: object,
): void {
  const args: Parameters<ClickHandler> = [item, window, event];
  if (typeof click === 'function') Reflect.apply(click, undefined, args);
}

/** Electron's Menu: kept as built, shown nowhere. Its accelerators work in the pages. */
export class Menu extends guardedEmitter('Menu') {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  append(item: MenuItem): void {
    this.items.push(item);
  }
  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }
  getMenuItemById(id: string): MenuItem | null {
    return this.flat().find((item) => item.id === id) ?? null;
  }
  popup(options?: object): void {
    record('Menu.popup', this, options);
    this.emit('menu-will-show', makeEvent({}));
  }
  closePopup(): void {
    this.emit('menu-will-close', makeEvent({}));
  }
  /** All items, those of submenus after the item that holds them. */
  flat(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.flat() ?? [])]);
  }

  static buildFromTemplate(template: readonly (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const entry of template) {
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    }
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
}

onUnclaimedKey((input, contentsId) => {
  const item = Menu.getApplicationMenu()
    ?.flat()
    .find(({ accelerator, enabled, visible, registerAccelerator }) => {
      const active = enabled && visible && registerAccelerator;
      return active && accelerator !== undefined && isAccelerator(accelerator, input);
    });
  item?.click(makeEvent({ triggeredByAccelerator: true }), windows.get(contentsId));
});
