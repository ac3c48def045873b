import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch.ts';

/* The page and its preload live in two worlds. */
test('the page sees nothing of Node, of Electron, or of how it is run', async ({ sample }) => {
  const seen = await sample.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'ipcRenderer'];
    const known = names.filter((name) => Reflect.get(globalThis, name) !== undefined);
    const foreign = Object.getOwnPropertyNames(window).filter((name) =>
      /electron|standin|ipc|^binding/i.test(name),
    );
    return { known, foreign };
  });
  expect(seen).toEqual({ known: [], foreign: [] });
});

test('what the preload exposes is frozen and can not be replaced', async ({ sample }) => {
  const seen = await sample.page.evaluate(() => ({
    replaced: Reflect.set(window, 'bridge', 1),
    deleted: Reflect.deleteProperty(window, 'bridge'),
    frozen: [Object.isFrozen(window.bridge), Object.isFrozen(window.bridge.nested.list)],
    sum: window.bridge.add(2, 3),
    nested: window.bridge.nested,
  }));
  expect(seen).toEqual({
    replaced: false,
    deleted: false,
    frozen: [true, true],
    sum: 5,
    nested: { list: [1, 2, 3], versions: 'string' },
  });
});

test('an error of the preload arrives as an error', async ({ sample }) => {
  const message = await sample.page.evaluate(() => {
    try {
      window.bridge.fail();
      return 'nothing thrown';
    } catch (error) {
      return error instanceof Error ? error.message : 'not an error';
    }
  });
  expect(message).toContain('from the preload');
});

test('built-ins that the page has replaced change nothing that main receives', async ({
  sample,
}) => {
  const back = await sample.page.evaluate(async () => {
    const spoil = (holder: object, name: string): (() => void) => {
      const before = Object.getOwnPropertyDescriptor(holder, name) ?? {};
      const value = () => {
        throw new Error(`spoiled ${name}`);
      };
      Object.defineProperty(holder, name, { ...before, value });
      return () => void Object.defineProperty(holder, name, before);
    };
    const restore = [
      spoil(Array.prototype, 'push'),
      spoil(Array.prototype, 'map'),
      spoil(Map.prototype, 'get'),
      spoil(Map.prototype, 'set'),
      spoil(WeakMap.prototype, 'get'),
      spoil(Promise.prototype, 'then'),
      spoil(EventTarget.prototype, 'dispatchEvent'),
      spoil(Object, 'defineProperties'),
      spoil(JSON, 'stringify'),
    ];
    const sent = { list: [1, 2], bytes: new Uint8Array([9]) };
    const pending = window.bridge.invoke('echo', sent);
    for (const undo of restore.toReversed()) undo();
    return pending;
  });
  expect(back).toEqual({ list: [1, 2], bytes: expect.anything() });
});

test('the preload comes back with every load', async ({ sample }) => {
  await sample.page.reload();
  await sample.page.waitForSelector('h1');
  expect(await sample.page.evaluate(() => window.bridge.add(1, 1))).toBe(2);
});

test('a preload that is not there is reported, and the page loads without', async ({ sample }) => {
  const seen = await sample.electron.evaluate(async () => {
    const { window, loaded } = globalThis.contract.open({
      webPreferences: { preload: '/nowhere/preload.cjs' },
    });
    await loaded;
    const has: unknown = await window.webContents.executeJavaScript('"bridge" in window');
    const reported = globalThis.contract.log.filter(([name]) => name === 'preload-error').length;
    return { has, reported };
  });
  expect(seen).toEqual({ has: false, reported: 1 });
});

test('the preferences of a page can be read back', async ({ sample }) => {
  const preferences = await sample.electron.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    const read: unknown = page === undefined ? null : Reflect.get(page, 'getLastWebPreferences');
    const all: unknown = typeof read === 'function' ? Reflect.apply(read, page, []) : null;
    return all;
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('the heap of a page is written to a file, with what its script holds', async ({ sample }) => {
  const path = join(sample.profile, 'page.heapsnapshot');
  await sample.page.evaluate((half) => {
    document.title = `${half}-in-the-heap`;
    Object.assign(window, { held: document.title });
  }, 'a-word');
  await sample.electron.evaluate(
    ({ BrowserWindow }, file) =>
      BrowserWindow.getAllWindows()[0]?.webContents.takeHeapSnapshot(file),
    path,
  );
  const heap = await readFile(path, 'utf8');
  expect(JSON.parse(heap)).toHaveProperty('snapshot.node_count');
  expect(heap).toContain('"a-word-in-the-heap"');
});
