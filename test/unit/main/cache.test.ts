import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCache } from '../../../main/cache.ts';
import type { Cache } from '../../../main/cache.ts';
import { createNotices } from '../../../main/notices.ts';
import type { OpenStoredFile } from '../../../main/files/stored-file.ts';
import type { DeviceList } from '../../../preload/contract/devices.ts';
import { silentLog } from '../../support/silent-log.ts';
import { createTold } from '../../support/told.ts';

vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
const { openElectronStoreFile } = await import('../../../main/files/electron-store-file.ts');

let directory: string;
const told = createTold();
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'latchkey-cache-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const open = (openFile: OpenStoredFile = openElectronStoreFile): Cache =>
  openCache({ directory, openFile, notices: createNotices(told.emit), log: silentLog });

const owner = (username: string) => ({
  origin: 'https://portal.acme.example',
  account: { username, displayName: username, emailAddress: null },
  tenantName: 'Acme',
});
const list: DeviceList = { devices: [], fetchedAt: 7, stale: false, used: 1, limit: 5 };

describe('the last good answers', () => {
  it('are there at the next start, for the same person', () => {
    const cache = open();
    cache.openFor(owner('jo'));
    cache.keepDevices(list);
    const again = open();
    expect(again.owner()).toMatchObject(owner('jo'));
    expect(again.devices()).toEqual(list);
    again.openFor(owner('jo'));
    expect(again.devices()).toEqual(list);
  });

  it('of one person are never shown to another', () => {
    const cache = open();
    cache.openFor(owner('jo'));
    cache.keepDevices(list);
    cache.openFor(owner('eve'));
    expect(cache.devices()).toBeNull();
    expect(open().devices()).toBeNull();
  });

  it('are gone from the disk after they are cleared', () => {
    const cache = open();
    cache.openFor(owner('jo'));
    cache.keepDevices(list);
    cache.clear();
    expect(readFileSync(join(directory, 'last-known.json'), 'utf8')).not.toContain('jo');
    expect(open().owner()).toBeNull();
  });

  it.each(['', '{', '[]', '{"version":9}', '{"version":1,"token":"x"}', '\u0000'])(
    'that can not be read (%j) are as good as none',
    (text) => {
      writeFileSync(join(directory, 'last-known.json'), text);
      const cache = open();
      expect(cache.owner()).toBeNull();
      cache.openFor(owner('jo'));
      expect(cache.owner()).toMatchObject(owner('jo'));
    },
  );

  it('that can not be written still hold until the app quits; a full disk is told of', () => {
    const cache = open(() => ({
      read: () => ({}),
      write: () => {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    }));
    cache.openFor(owner('jo'));
    cache.keepDevices(list);
    expect(cache.devices()).toEqual(list);
    expect(told.of('notice.raised').map(({ kind }) => kind)).toEqual(['disk-full']);
  });
});
