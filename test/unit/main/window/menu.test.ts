import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../../main/window/menu.ts';
import type { MenuState } from '../../../../main/window/menu.ts';
import { pageCommands, shortcuts } from '../../../../preload/contract/shortcuts.ts';

const sent: string[] = [];
const state = (change: Partial<MenuState> = {}): MenuState => ({
  isMac: false,
  isSignedIn: true,
  recent: [],
  openFile: () => sent.push('open'),
  openRecent: (id) => sent.push(id),
  clearRecent: () => sent.push('clear'),
  send: (command) => sent.push(command),
  ...change,
});

type Item = MenuItemConstructorOptions;
const below = (item: Item): Item[] => (Array.isArray(item.submenu) ? item.submenu : []);
const all = (items: Item[]): Item[] => items.flatMap((item) => [item, ...all(below(item))]);
const labels = (items: Item[]): (string | undefined)[] => items.map(({ label }) => label);
const flat = (change?: Partial<MenuState>): Item[] => all(menuTemplate(state(change)));
const press = (item: Item | undefined): void => {
  if (item?.click !== undefined) Reflect.apply(item.click, undefined, []);
};

describe('the native menu', () => {
  it('has the menus of the platform, and on a Mac the app’s own before them', () => {
    const common = ['File', 'Edit', 'View', 'Window', 'Help'];
    expect(labels(menuTemplate(state()))).toEqual(common);
    const mac = menuTemplate(state({ isMac: true }));
    expect(labels(mac)).toEqual(['Latchkey', ...common]);
    expect(labels(below(mac[0] ?? {})).filter(Boolean)).toEqual([
      'About Latchkey',
      'Settings…',
      'Services',
      'Hide Latchkey',
      'Hide others',
      'Show all',
      'Quit Latchkey',
    ]);
  });

  it.each([true, false])('has each command once, and quit and close (Mac: %s)', (isMac) => {
    const items = flat({ isMac });
    for (const id of pageCommands) expect(items.filter((item) => item.id === id)).toHaveLength(1);
    expect(items.filter(({ role }) => role === 'quit')).toHaveLength(1);
    expect(items.filter(({ role }) => role === 'close')).toHaveLength(1);
  });

  it.each([true, false])('gives no two items the same keys (Mac: %s)', (isMac) => {
    const keys = flat({ isMac }).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(Object.keys(shortcuts).length);
  });

  it('says words and no keys of a catalogue', () => {
    for (const { label, type } of flat({ isMac: true })) {
      expect(type === 'separator' || (label !== undefined && !label.includes('system.'))).toBe(
        true,
      );
    }
  });

  it('disables what needs somebody signed in until then', () => {
    const disabled = flat({ isSignedIn: false }).filter(({ enabled }) => enabled === false);
    expect(new Set(disabled.map(({ id }) => id))).toEqual(
      new Set([
        'add-certificate',
        'find',
        'open-recent',
        'refresh',
        'register-device',
        'show-account',
        'show-activity',
        'show-certificates',
        'show-devices',
        'show-settings',
        'sign-out',
      ]),
    );
    const signedIn = flat().filter(({ enabled }) => enabled === false);
    expect(signedIn.map(({ id }) => id)).toEqual(['open-recent']);
  });

  it('lists recent files by name, opens the one that is pressed, and can forget them', () => {
    const recent = [
      { id: 'one', name: 'Smith & Sons.p12' },
      { id: 'two', name: 'b.p12' },
    ];
    const items = below(flat({ recent }).find(({ id }) => id === 'open-recent') ?? {});
    expect(labels(items).filter(Boolean)).toEqual(['Smith && Sons.p12', 'b.p12', 'Clear the list']);
    sent.length = 0;
    press(items[1]);
    press(items.at(-1));
    press(flat().find(({ id }) => id === 'open-file'));
    press(flat().find(({ id }) => id === 'find'));
    expect(sent).toEqual(['two', 'clear', 'open', 'find']);
  });

  it('holds nothing that reloads the page or opens its tools', () => {
    const roles = flat({ isMac: true }).map(({ role }) => role?.toLowerCase());
    expect(roles.filter((role) => /reload|devtools/u.test(role ?? ''))).toEqual([]);
  });
});
