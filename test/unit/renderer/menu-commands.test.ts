// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageCommands } from '../../../preload/contract/shortcuts.ts';
import { followMenu } from '../../../renderer/menu-commands.ts';
import { useRoute } from '../../../renderer/route.store.ts';
import { installPortal } from './fake-portal.ts';
import type { FakePortal } from './fake-portal.ts';

let portal: FakePortal;
let stop: () => void;
beforeEach(() => {
  portal = installPortal({});
  useRoute.setState({ page: 'devices' });
  stop = followMenu();
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});
const page = (): string => useRoute.getState().page;

describe('an item of the native menu', () => {
  it.each([
    ['show-certificates', 'certificates'],
    ['show-inspect', 'inspect'],
    ['show-activity', 'activity'],
    ['show-account', 'account'],
    ['show-settings', 'settings'],
    ['show-shortcuts', 'help'],
    ['show-about', 'help'],
    ['show-help', 'help'],
  ] as const)('%s leads to %s', (command, there) => {
    portal.tell('menu.chosen', command);
    expect(page()).toBe(there);
  });

  it('does something, each of them', () => {
    for (const command of pageCommands) {
      expect(() => portal.tell('menu.chosen', command)).not.toThrow();
    }
  });

  it('puts the cursor into the search field', () => {
    document.body.innerHTML = '<input type="search">';
    portal.tell('menu.chosen', 'find');
    expect(document.activeElement?.tagName).toBe('INPUT');
  });

  it('asks the portal again for what is shown, and only for that', () => {
    portal.tell('menu.chosen', 'refresh');
    expect(portal.called).toEqual([{ name: 'devices.list', input: { refresh: true } }]);
    useRoute.setState({ page: 'settings' });
    portal.tell('menu.chosen', 'refresh');
    expect(portal.called).toHaveLength(1);
  });

  it('does nothing behind an open dialog', () => {
    document.body.innerHTML = '<div role="alertdialog"></div>';
    portal.tell('menu.chosen', 'show-settings');
    expect(page()).toBe('devices');
  });
});
