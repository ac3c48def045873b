import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCache } from '../../../main/cache.ts';
import type { Cache } from '../../../main/cache.ts';
import { createNotices } from '../../../main/notices.ts';
import type { OpenStoredFile } from '../../../main/files/stored-file.ts';
import type { Device, DeviceList } from '../../../preload/contract/devices.ts';
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
const tablet: Device = {
  id: 'd1',
  name: 'iPad',
  model: null,
  manufacturer: null,
  platform: 'ipados',
  form: 'tablet',
  os: null,
  state: 'active',
  stateText: null,
  compliance: 'unknown',
  violatedPolicies: [],
  ownership: 'unknown',
  connectivity: 'unknown',
  lastCheckIn: null,
  registeredAt: null,
  inactive: true,
  lostMode: false,
  supportsLockMessage: false,
  needsLockPin: false,
  identifiers: { serial: null, imei: null, wifiMac: null, phoneNumber: null, udid: null },
  storage: null,
  batteryPercent: null,
  policy: { name: null, location: 'unknown', wipeDisabled: false, apps: 'unknown' },
  actions: {},
  pending: [],
};
const list: DeviceList = { devices: [], fetchedAt: 7, stale: false, used: 1, limit: 5 };

describe('the last good answers', () => {
  it('are there at the next start, for the same person', () => {
    const cache = open();
    cache.openFor(owner('jo'));
    cache.keepDevices(list);
    cache.close();
    const again = open();
    expect(again.owner()).toMatchObject(owner('jo'));
    expect(again.devices()).toEqual(list);
    again.openFor(owner('jo'));
    expect(again.devices()).toEqual(list);
  });

  it('reach the disk a moment after the page, and all at once', () => {
    vi.useFakeTimers();
    try {
      const cache = open();
      cache.openFor(owner('jo'));
      cache.keepDevices(list);
      vi.advanceTimersByTime(400);
      cache.keepDevices({ ...list, devices: [tablet] });
      cache.keepDevice({ ...tablet, lostMode: true });
      expect(cache.devices()?.devices).toMatchObject([{ lostMode: true }]);
      expect(open().devices()).toBeNull();
      vi.advanceTimersByTime(500);
      expect(open().devices()?.devices).toMatchObject([{ lostMode: true }]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('know a changed device at once, and on the disk when the app ends', () => {
    const cache = open();
    cache.openFor(owner('jo'));
    cache.keepDevices({ ...list, devices: [tablet] });
    cache.close();
    cache.keepDevice({ ...tablet, lostMode: true });
    expect(cache.devices()?.devices).toMatchObject([{ id: 'd1', lostMode: true }]);
    expect(open().devices()?.devices).toMatchObject([{ lostMode: false }]);
    cache.close();
    expect(open().devices()?.devices).toMatchObject([{ lostMode: true }]);
  });

  it('gather changes of devices for some seconds before they are written', () => {
    vi.useFakeTimers();
    try {
      const cache = open();
      cache.openFor(owner('jo'));
      cache.keepDevices({ ...list, devices: [tablet] });
      vi.advanceTimersByTime(500);
      cache.keepDevice({ ...tablet, lostMode: true });
      vi.advanceTimersByTime(9000);
      expect(open().devices()?.devices).toMatchObject([{ lostMode: false }]);
      cache.keepDevice({ ...tablet, name: 'Another', lostMode: true });
      vi.advanceTimersByTime(1000);
      expect(open().devices()?.devices).toMatchObject([{ name: 'Another', lostMode: true }]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are not written once more after they have been cleared', () => {
    const cache = open();
    cache.openFor(owner('jo'));
    cache.keepDevices({ ...list, devices: [tablet] });
    cache.keepDevice({ ...tablet, lostMode: true });
    cache.clear();
    cache.close();
    expect(readFileSync(join(directory, 'last-known.json'), 'utf8')).not.toContain('iPad');
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
      expect(open().owner()).toMatchObject(owner('jo'));
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
    cache.close();
    expect(cache.devices()).toEqual(list);
    expect(told.of('notice.raised').map(({ kind }) => kind)).toEqual(['disk-full']);
  });
});
