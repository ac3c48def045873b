// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { shortcuts } from '../../../../preload/contract/shortcuts.ts';
import { HelpKeys } from '../../../../renderer/help/HelpKeys.tsx';
import { ShortcutList } from '../../../../renderer/help/ShortcutList.tsx';
import { turnTo, useHelp } from '../../../../renderer/help/help.store.ts';
import { keyNames } from '../../../../renderer/help/keys.ts';
import { shortcutGroups } from '../../../../renderer/help/shortcut-groups.ts';
import { go, useRoute } from '../../../../renderer/route.store.ts';
import { everywhereKeys, innerPageKeys, mapKeys } from '../../../../renderer/ui/page-keys.ts';

afterEach(() => {
  cleanup();
  go('devices');
  turnTo('portal');
});

describe('the list of shortcuts', () => {
  it.each([true, false])(
    'tells every key that is bound, and none that is not (Mac: %s)',
    (isMac) => {
      const told = shortcutGroups(isMac).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));
      const menu = Object.values(shortcuts).map((one) =>
        isMac && 'macKeys' in one ? one.macKeys : one.keys,
      );
      const page = [
        ...everywhereKeys['show-shortcuts'],
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
    expect(line?.querySelector('dd')?.textContent).toBe('CtrlR');
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

describe('the question mark', () => {
  const press = async (element: Element | Window): Promise<void> => {
    await act(async () => void fireEvent.keyDown(element, { key: '?' }));
  };

  it('shows the list from any page', async () => {
    render(<HelpKeys />);
    await press(window);
    expect([useRoute.getState().page, useHelp.getState().part]).toEqual(['help', 'shortcuts']);
  });

  it('stays a question mark where somebody types', async () => {
    render(
      <>
        <HelpKeys />
        <input aria-label="Message" />
      </>,
    );
    await press(screen.getByLabelText('Message'));
    expect(useRoute.getState().page).toBe('devices');
  });
});
