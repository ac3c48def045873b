import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNotices } from '../../../main/notices.ts';
import type { OpenStoredFile } from '../../../main/files/stored-file.ts';
import { openSettings } from '../../../main/settings.ts';
import type { Settings } from '../../../main/settings.ts';
import { silentLog } from '../../support/silent-log.ts';
import { createTold } from '../../support/told.ts';
import type { Told } from '../../support/told.ts';

// electron-store imports `electron`, whose npm package outside Electron is a path to a program; this keeps it from
// looking for one on the network.
vi.hoisted(() => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere';
});
const { openElectronStoreFile } = await import('../../../main/files/electron-store-file.ts');

let directory: string;
let told: Told;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'latchkey-settings-'));
  told = createTold();
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const raised = () => told.of('notice.raised');
const path = (): string => join(directory, 'settings.json');

function open(openFile: OpenStoredFile = openElectronStoreFile): Settings {
  const notices = createNotices(told.emit);
  const now = (): number => Date.UTC(2026, 10, 22, 10, 42, 7);
  return openSettings({ directory, openFile, notices, log: silentLog, now });
}

describe('settings', () => {
  it('are the defaults at the first start, and nothing is written for it', async () => {
    expect(open().get().preferences).toEqual({
      theme: 'system',
      language: null,
      notifyOrders: true,
    });
    expect(raised()).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  });

  it('are there again at the next start', () => {
    const chosen = {
      preferences: { theme: 'dark', language: 'de', notifyOrders: false },
      lastAddress: 'https://a.example',
    } as const;
    open().set(chosen);
    expect(open().get()).toMatchObject(chosen);
  });

  it('of a version without notifications are good, and notifications are on', async () => {
    open().set({ lastAddress: 'https://a.example' });
    const path = join(directory, 'settings.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/,\s*"notifyOrders": true/u, ''));
    expect(await readFile(path, 'utf8')).not.toContain('notifyOrders');
    const { preferences, lastAddress } = open().get();
    expect([preferences.notifyOrders, lastAddress]).toEqual([true, 'https://a.example']);
    expect(raised()).toEqual([]);
  });

  it.each([
    ['cut off', '{"version":1,"preferen'],
    ['empty', ''],
    ['binary', '\u0000\u0001\u0002'],
    ['of wrong types', '{"version":1,"preferences":7}'],
    ['of a later version', '{"version":99,"preferences":{"theme":"dark","language":null}}'],
    ['a list', '[]'],
    ['with what does not belong there', '{"version":1,"token":"hunter2"}'],
    ['50 MB', `"${'x'.repeat(50_000_000)}"`],
  ])('that are %s are kept aside, said once, and the app goes on', async (_what, text) => {
    await writeFile(path(), text);
    const settings = open();
    expect(settings.get().preferences.theme).toBe('system');
    const kept = 'settings.damaged-20261122T104207.json';
    expect(raised()).toMatchObject([{ kind: 'settings-damaged', detail: kept }]);
    expect(await readFile(join(directory, kept), 'utf8')).toBe(text);
    settings.set({ lastUsername: 'bob' });
    expect(open().get().lastUsername).toBe('bob');
    expect(raised()).toHaveLength(1);
  });

  it('that are a folder are moved aside too', async () => {
    await mkdir(path());
    open().set({ lastUsername: 'bob' });
    expect(raised()).toMatchObject([{ kind: 'settings-damaged' }]);
    expect(open().get().lastUsername).toBe('bob');
  });

  it.each([
    ['EACCES', 'settings-not-writable'],
    ['EROFS', 'settings-not-writable'],
    ['ENOSPC', 'disk-full'],
  ])(
    'that can not be written (%s) hold until the app quits, and that is said once',
    (code, kind) => {
      const settings = open(() => ({
        read: () => ({}),
        write: () => {
          throw Object.assign(new Error(code), { code });
        },
      }));
      settings.set({ lastUsername: 'bob' });
      settings.set({ lastUsername: 'eve' });
      expect(settings.get().lastUsername).toBe('eve');
      expect(raised().map((notice) => notice.kind)).toEqual([kind]);
    },
  );

  it('work without a profile folder', async () => {
    await rm(directory, { recursive: true });
    const settings = open();
    settings.set({ lastUsername: 'bob' });
    expect(settings.get().lastUsername).toBe('bob');
  });
});
