import { expect, test } from '../support/shared-app.ts';
import { webPreferences } from '../../main/window/security-policy.ts';

/* Checklist 2 to 4, 6, 8 to 11: no Node, isolated, sandboxed; the preferences are the pinned ones. */
test('the page has nothing of Node or Electron', async ({ app }) => {
  const names = ['process', 'require', 'module', 'exports', 'Buffer', 'global', 'electron'];
  const found = await app.page.evaluate(
    (all) => all.filter((name) => Reflect.get(globalThis, name) !== undefined),
    names,
  );
  expect(found).toEqual([]);
});

test('the window runs with the preferences that are written out, and no others', async ({
  app,
}) => {
  const actual = await app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) return null;
    // Not in Electron's types, but what its own security warnings read.
    const read: unknown = Reflect.get(window.webContents, 'getLastWebPreferences');
    return typeof read === 'function'
      ? (Reflect.apply(read, window.webContents, []) as unknown)
      : null;
  });
  expect(actual).toMatchObject({ ...webPreferences });
});

test('a page that spoils its own built-ins spoils nothing that main receives', async ({ app }) => {
  const answer = await app.page.evaluate(async () => {
    const honest = Object.getOwnPropertyDescriptor(Array.prototype, 'push') ?? {};
    const spoiled = (): never => {
      throw new Error('spoiled');
    };
    Object.defineProperty(Array.prototype, 'push', { ...honest, value: spoiled });
    try {
      return await window.portal.call('devices.list', { refresh: false });
    } finally {
      Object.defineProperty(Array.prototype, 'push', honest);
    }
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'signed-out' } });
});
