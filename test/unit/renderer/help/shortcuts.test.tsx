// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { shortcuts } from '../../../../preload/contract/shortcuts.ts';
import { ShortcutList } from '../../../../renderer/help/ShortcutList.tsx';
import { keyNames } from '../../../../renderer/help/keys.ts';
import { shortcutGroups } from '../../../../renderer/help/shortcut-groups.ts';
import { everywhereKeys, innerPageKeys, mapKeys } from '../../../../renderer/ui/page-keys.ts';

afterEach(cleanup);

describe('the list of shortcuts', () => {
  it.each([true, false])(
    'tells every key that is bound, and none that is not (Mac: %s)',
    (isMac) => {
      const told = shortcutGroups(isMac).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));
      const menu = Object.values(shortcuts).map((one) =>
        isMac && 'macKeys' in one ? one.macKeys : one.keys,
      );
      const page = [
        ...Object.values(everywhereKeys).flat(),
        ...[mapKeys.in, mapKeys.out, mapKeys.centre].flat(),
        ...[mapKeys.left, mapKeys.right, mapKeys.up, mapKeys.down].flat(),
        ...innerPageKeys.leave,
      ];
      expect(told.toSorted()).toEqual([...menu, ...page].toSorted());
    },
  );

  it('has words for each, and no two alike under one heading', () => {
    for (const { title, lines } of shortcutGroups(false)) {
      expect(title).not.toContain('.');
      const words = lines.map((line) => line.words);
      expect(new Set(words).size).toBe(words.length);
      expect(words.filter((one) => /^[a-z]+\./u.test(one))).toEqual([]);
    }
  });

  it('is drawn as keys', () => {
    render(<ShortcutList />);
    const line = screen.getByText('Ask the portal again').parentElement;
    expect(line?.querySelector('dd')?.textContent).toBe('CtrlRorF5');
  });
});

describe('the names of keys', () => {
  it.each([
    ['CmdOrCtrl+Plus', false, ['Ctrl', '+']],
    ['CmdOrCtrl+-', false, ['Ctrl', '−']],
    ['CmdOrCtrl+,', true, ['⌘', ',']],
    ['Shift+Cmd+Z', true, ['⇧', '⌘', 'Z']],
    ['F11', false, ['F11']],
    ['+', false, ['+']],
    ['ArrowLeft', true, ['←']],
    ['Escape', false, ['Esc']],
  ] as const)('of %s (Mac: %s) are %j', (keys, isMac, names) => {
    expect(keyNames(keys, isMac)).toEqual(names);
  });
});
