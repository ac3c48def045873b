import { shortcuts } from '../../preload/contract/shortcuts.ts';
import type { Shortcut, ShortcutId } from '../../preload/contract/shortcuts.ts';
import { t } from '../text/text.ts';
import { everywhereKeys, innerPageKeys, mapKeys } from '../ui/page-keys.ts';

/** What is done, and the keys that do it, any one of them. */
export type ShortcutLine = { id: string; words: string; keys: readonly string[] };
export type ShortcutGroup = { id: string; title: string; lines: readonly ShortcutLine[] };

const menuGroups = [
  'file',
  'edit',
  'view',
  'window',
  'help',
] as const satisfies readonly Shortcut['group'][];

const isShortcutId = (id: string): id is ShortcutId => Object.hasOwn(shortcuts, id);
const isEverywhere = (id: string): id is keyof typeof everywhereKeys =>
  Object.hasOwn(everywhereKeys, id);

function menuLines(group: Shortcut['group'], isMac: boolean): ShortcutLine[] {
  return Object.keys(shortcuts).flatMap((id) => {
    if (!isShortcutId(id)) return [];
    const shortcut: Shortcut = shortcuts[id];
    if (shortcut.group !== group) return [];
    const own = isMac ? (shortcut.macKeys ?? shortcut.keys) : shortcut.keys;
    const more: readonly string[] = isEverywhere(id) ? everywhereKeys[id] : [];
    return [{ id, words: t(`help.shortcut.${id}`), keys: [own, ...more] }];
  });
}

/** Every key that does something, from the tables that bind them: there is no other list. */
export function shortcutGroups(isMac: boolean): readonly ShortcutGroup[] {
  return [
    ...menuGroups.map((group) => ({
      id: group,
      title: t(`help.shortcuts.${group}`),
      lines: menuLines(group, isMac),
    })),
    {
      id: 'map',
      title: t('help.shortcuts.map'),
      lines: [
        { id: 'in', words: t('devices.map.in'), keys: mapKeys.in },
        { id: 'out', words: t('devices.map.out'), keys: mapKeys.out },
        { id: 'centre', words: t('devices.map.centre'), keys: mapKeys.centre },
        {
          id: 'move',
          words: t('help.shortcut.move-map'),
          keys: [...mapKeys.left, ...mapKeys.right, ...mapKeys.up, ...mapKeys.down],
        },
        { id: 'leave', words: t('help.shortcut.leave'), keys: innerPageKeys.leave },
      ],
    },
  ];
}
