import { t } from '../text/text.ts';

const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Cmd: '⌘',
  Ctrl: '⌃',
  Shift: '⇧',
  Alt: '⌥',
};

/** Keys that are told by their sign and not by their name. */
const signs: Readonly<Record<string, string>> = {
  Plus: '+',
  '-': '−',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

function keyName(key: string, isMac: boolean): string {
  if (isMac && macSigns[key] !== undefined) return macSigns[key];
  if (key === 'CmdOrCtrl' || key === 'Ctrl') return t('help.key.ctrl');
  if (key === 'Shift') return t('help.key.shift');
  if (key === 'Escape') return t('help.key.escape');
  return signs[key] ?? key;
}

/**
 * The keys of one shortcut as this platform's people know them, one name for each key.
 *
 * @param keys as Electron writes accelerators, `CmdOrCtrl+Plus`, or as the page names a key, `ArrowLeft`
 */
export function keyNames(keys: string, isMac: boolean): readonly string[] {
  // A plus by itself, or at the end, is the key and not the sign between two.
  const parts = keys === '+' ? ['+'] : keys.split('+').filter((part) => part !== '');
  return parts.map((part) => keyName(part, isMac));
}
