/*
 * Every key that does something anywhere in the app, told once: the native menu (main/window/menu.ts) takes its keys from
 * here, and so does the list that people read. Plain data without zod, so that the page may import it.
 */

/** What an item of the native menu asks the page to do. */
export const pageCommands = [
  'show-devices',
  'show-certificates',
  'show-inspect',
  'show-activity',
  'show-account',
  'show-settings',
  'add-certificate',
  'register-device',
  'find',
  'refresh',
  'sign-out',
  'show-help',
  'show-shortcuts',
  'show-about',
] as const;
export type PageCommand = (typeof pageCommands)[number];

export type Shortcut = {
  /** Under which heading it stands, in the menu bar and in the list. */
  group: 'file' | 'edit' | 'view' | 'window' | 'help';
  /** As Electron writes accelerators: `CmdOrCtrl` is the command key of a Mac and Ctrl elsewhere. */
  keys: string;
  /** Where a Mac has other keys. */
  macKeys?: string;
  /** Does nothing until somebody is signed in. */
  needsSession?: true;
};

/** The shortcuts by what they do, in the order in which they are shown. */
export const shortcuts = {
  'open-file': { group: 'file', keys: 'CmdOrCtrl+O' },
  'add-certificate': { group: 'file', keys: 'CmdOrCtrl+N', needsSession: true },
  'show-settings': { group: 'file', keys: 'CmdOrCtrl+,', needsSession: true },
  'close-window': { group: 'file', keys: 'CmdOrCtrl+W' },
  quit: { group: 'file', keys: 'CmdOrCtrl+Q' },

  undo: { group: 'edit', keys: 'CmdOrCtrl+Z' },
  redo: { group: 'edit', keys: 'CmdOrCtrl+Y', macKeys: 'Shift+Cmd+Z' },
  cut: { group: 'edit', keys: 'CmdOrCtrl+X' },
  copy: { group: 'edit', keys: 'CmdOrCtrl+C' },
  paste: { group: 'edit', keys: 'CmdOrCtrl+V' },
  'select-all': { group: 'edit', keys: 'CmdOrCtrl+A' },
  find: { group: 'edit', keys: 'CmdOrCtrl+F', needsSession: true },

  'show-devices': { group: 'view', keys: 'CmdOrCtrl+1', needsSession: true },
  'show-certificates': { group: 'view', keys: 'CmdOrCtrl+2', needsSession: true },
  'show-inspect': { group: 'view', keys: 'CmdOrCtrl+3' },
  'show-activity': { group: 'view', keys: 'CmdOrCtrl+4', needsSession: true },
  'show-account': { group: 'view', keys: 'CmdOrCtrl+5', needsSession: true },
  refresh: { group: 'view', keys: 'CmdOrCtrl+R', needsSession: true },
  'zoom-in': { group: 'view', keys: 'CmdOrCtrl+Plus' },
  'zoom-out': { group: 'view', keys: 'CmdOrCtrl+-' },
  'reset-zoom': { group: 'view', keys: 'CmdOrCtrl+0' },
  'full-screen': { group: 'view', keys: 'F11', macKeys: 'Ctrl+Cmd+F' },

  minimize: { group: 'window', keys: 'CmdOrCtrl+M' },

  'show-help': { group: 'help', keys: 'F1', macKeys: 'Shift+Cmd+/' },
  'show-shortcuts': { group: 'help', keys: 'CmdOrCtrl+/' },
} as const satisfies Record<string, Shortcut>;
export type ShortcutId = keyof typeof shortcuts;
