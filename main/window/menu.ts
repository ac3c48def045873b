import type { MenuItemConstructorOptions } from 'electron';
import { shortcuts } from '../../preload/contract/shortcuts.ts';
import type { PageCommand, Shortcut, ShortcutId } from '../../preload/contract/shortcuts.ts';
import { systemWord } from '../system-words.ts';
import type { SystemWord } from '../system-words.ts';

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;

/** What the menu shows and what its items do. */
export type MenuState = {
  isMac: boolean;
  isSignedIn: boolean;
  /** The latest first. */
  recent: readonly { id: string; name: string }[];
  openFile: () => void;
  openRecent: (id: string) => void;
  clearRecent: () => void;
  /** Hands a command to the page. */
  send: (command: PageCommand) => void;
};

const separator: Item = { type: 'separator' };

/** An ampersand in a file's name would underline the letter after it and vanish. */
const plain = (name: string): string => name.replaceAll('&', '&&');

/** The parts that items are made of. */
function itemMaker({ isMac, isSignedIn, send }: MenuState) {
  const keysOf = (id: ShortcutId): { accelerator: string } => {
    const { keys, macKeys }: Shortcut = shortcuts[id];
    return { accelerator: isMac && macKeys !== undefined ? macKeys : keys };
  };
  const has = (id: string): id is ShortcutId => Object.hasOwn(shortcuts, id);
  const needsSession = (id: string): boolean => {
    const shortcut: Shortcut | null = has(id) ? shortcuts[id] : null;
    return shortcut?.needsSession ?? (id === 'register-device' || id === 'sign-out');
  };
  return {
    keysOf,
    /** Electron's own roles speak English whatever the language, so each gets its words. */
    role: (role: Role, word: SystemWord, id?: ShortcutId): Item => ({
      role,
      label: systemWord(word),
      ...(id === undefined ? {} : keysOf(id)),
    }),
    command: (id: PageCommand): Item => ({
      id,
      label: systemWord(`system.menu.${id}`),
      enabled: isSignedIn || !needsSession(id),
      click: () => send(id),
      ...(has(id) ? keysOf(id) : {}),
    }),
  };
}

function recentMenu({ recent, openRecent, clearRecent }: MenuState): Item {
  const files = recent.map(({ id, name }) => ({
    label: plain(name),
    click: () => openRecent(id),
  }));
  return {
    id: 'open-recent',
    label: systemWord('system.menu.open-recent'),
    enabled: recent.length > 0,
    submenu: [
      ...files,
      separator,
      { id: 'clear-recent', label: systemWord('system.menu.clear-recent'), click: clearRecent },
    ],
  };
}

/**
 * The native menu: what each platform's people expect, with every key from the table of shortcuts, and nothing that
 * reloads the page or opens its tools. What needs somebody signed in is disabled until then.
 */
export function menuTemplate(state: MenuState): Item[] {
  const { isMac } = state;
  const { role, command, keysOf } = itemMaker(state);
  const top = (word: SystemWord, submenu: Item[]): Item => ({ label: systemWord(word), submenu });
  const app: Item = {
    label: 'Latchkey',
    submenu: [
      command('show-about'),
      separator,
      command('show-settings'),
      separator,
      role('services', 'system.menu.services'),
      separator,
      role('hide', 'system.menu.hide'),
      role('hideOthers', 'system.menu.hide-others'),
      role('unhide', 'system.menu.show-all'),
      separator,
      role('quit', 'system.menu.quit', 'quit'),
    ],
  };
  const file = top('system.menu.file', [
    {
      id: 'open-file',
      label: systemWord('system.menu.open-file'),
      click: state.openFile,
      ...keysOf('open-file'),
    },
    recentMenu(state),
    separator,
    command('add-certificate'),
    command('register-device'),
    separator,
    ...(isMac ? [] : [command('show-settings')]),
    command('sign-out'),
    separator,
    isMac
      ? role('close', 'system.menu.close-window', 'close-window')
      : role('quit', 'system.menu.quit', 'quit'),
  ]);
  const edit = top('system.menu.edit', [
    role('undo', 'system.menu.undo', 'undo'),
    role('redo', 'system.menu.redo', 'redo'),
    separator,
    role('cut', 'system.menu.cut', 'cut'),
    role('copy', 'system.menu.copy', 'copy'),
    role('paste', 'system.menu.paste', 'paste'),
    role('selectAll', 'system.menu.select-all', 'select-all'),
    separator,
    command('find'),
  ]);
  const view = top('system.menu.view', [
    command('show-devices'),
    command('show-certificates'),
    command('show-inspect'),
    command('show-activity'),
    command('show-account'),
    separator,
    command('refresh'),
    separator,
    role('zoomIn', 'system.menu.zoom-in', 'zoom-in'),
    role('zoomOut', 'system.menu.zoom-out', 'zoom-out'),
    role('resetZoom', 'system.menu.reset-zoom', 'reset-zoom'),
    separator,
    role('togglefullscreen', 'system.menu.full-screen', 'full-screen'),
  ]);
  const window = top('system.menu.window', [
    role('minimize', 'system.menu.minimize', 'minimize'),
    ...(isMac
      ? [role('zoom', 'system.menu.zoom'), separator, role('front', 'system.menu.front')]
      : [role('close', 'system.menu.close-window', 'close-window')]),
  ]);
  const help: Item = {
    role: 'help',
    ...top('system.menu.help', [
      command('show-help'),
      command('show-shortcuts'),
      ...(isMac ? [] : [separator, command('show-about')]),
    ]),
  };
  return [...(isMac ? [app] : []), file, edit, view, window, help];
}
