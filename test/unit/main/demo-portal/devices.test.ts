import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { device, location } from '../../../../main/demo-portal/schema/device.ts';
import { page } from '../../../../main/demo-portal/schema/envelope.ts';
import { devices, minute, openPortal } from './portal-fixture.ts';
import type { PortalFixture } from './portal-fixture.ts';

let portal: PortalFixture;
let token: string;
beforeEach(async () => {
  portal = await openPortal();
  token = await portal.signIn('ines');
});
afterEach(() => portal.close());

async function list(query = ''): Promise<z.infer<ReturnType<typeof page<typeof device>>>> {
  return page(device).parse((await portal.ask(`/device${query}`, { token })).result);
}

async function show(id: number): Promise<z.infer<typeof device>> {
  return device.parse((await portal.ask(`/device/${id}`, { token })).result);
}

async function locate(id: number): Promise<z.infer<typeof location>> {
  return location.parse((await portal.ask(`/device/${id}/location`, { token })).result);
}

const names = (answer: { searchResults: { deviceName: string }[] }): string[] =>
  answer.searchResults.map(({ deviceName }) => deviceName);

describe('the list of devices', () => {
  it('holds the eight of Ines, of every platform, and nobody else’s', async () => {
    const answer = await list();
    expect(answer.totalCount).toBe(8);
    expect(new Set(answer.searchResults.map(({ platformType }) => platformType))).toEqual(
      new Set(['IOS', 'MACOS', 'WINDOWS_PHONE', 'ANDROID', 'CHROMEOS']),
    );
    expect(names(answer)).not.toContain('Jonas’s phone');
  });

  it('comes in pages of the asked size, starting at an entry and not at a page', async () => {
    const all = names(await list());
    const answer = await list('?rows=3&start=2');
    expect(names(answer)).toEqual(all.slice(2, 5));
    expect(answer).toMatchObject({ totalCount: 8, offset: 2, limit: 3 });
    expect(names(await list('?start=100'))).toEqual([]);
  });

  it('refuses sizes and starts that make no sense', async () => {
    for (const query of ['rows=0', 'rows=501', 'rows=-1', 'rows=x', 'start=-1']) {
      expect((await portal.ask(`/device?${query}`, { token })).codes).toEqual(['Range']);
    }
  });

  it('is sorted by last check-in, and finds by name, model and serial number', async () => {
    const sort = encodeURI('?sortFields[0].name=lastCheckin&sortFields[0].order=DESC');
    const sorted = names(await list(sort));
    expect(sorted[0]).toBe('Ines’s MacBook Pro');
    expect(sorted.at(-1)).toBe('Spare Mac mini');
    expect(names(await list('?q=thinkpad'))).toEqual(['GNT-LT-04417']);
    expect(names(await list('?q=F2LXK9'))).toEqual(['Ines’s iPhone']);
    expect(names(await list('?q=ines%20ipad'))).toEqual(['Ines’s iPad']);
  });

  it('has the nulls and the sentinels that a client has to live with', async () => {
    const { searchResults } = await list();
    expect(searchResults.some(({ imsi }) => imsi === 'Not Present')).toBe(true);
    expect(searchResults.some(({ connectivity }) => connectivity === null)).toBe(true);
    expect(searchResults.some(({ totalCapacity }) => totalCapacity === null)).toBe(true);
  });
});

describe('what may be done with a device', () => {
  it('is told with a reason for everything that may not', async () => {
    expect((await show(devices.iphone)).disallowed).toEqual({ WIPE: 'WIPE_DISABLED_BY_POLICY' });
    expect((await show(devices.tablet)).disallowed).toMatchObject({
      UNLOCK: 'LOST_MODE',
      SET_OWNERSHIP: 'LOST_MODE',
    });
    expect((await show(devices.macbook)).disallowed).toMatchObject({
      UNLOCK: 'NOT_SUPPORTED_BY_PLATFORM',
      LOCATE: 'NOT_SUPPORTED_BY_PLATFORM',
    });
    expect((await show(devices.chromebook)).disallowed).toMatchObject({ WIPE: 'SHARED_DEVICE' });
  });

  it('is every known action, allowed or not, exactly once', async () => {
    for (const { allowedActions, disallowed } of (await list()).searchResults) {
      const all = [...allowedActions, ...Object.keys(disallowed)];
      expect([all.length, new Set(all).size]).toEqual([8, 8]);
    }
  });

  it('follows what the administrators allow the person', async () => {
    const other = await portal.signIn('jonas');
    const { result } = await portal.ask(`/device/${devices.ofJonas}`, { token: other });
    expect(device.parse(result).disallowed).toMatchObject({
      WIPE: 'NOT_ALLOWED_BY_ADMINISTRATOR',
      LOCATE: 'LOCATION_DISABLED_BY_POLICY',
    });
  });
});

describe('the location of a device', () => {
  it('has coordinates, their age, accuracy and source where the device tells them', async () => {
    expect(await locate(devices.iphone)).toEqual({
      locateStatus: 'ENABLED',
      latitude: 51.0543,
      longitude: 3.7174,
      locationLastCapturedAt: portal.now() - 184 * minute,
      accuracyMeters: 5000,
      source: 'NETWORK',
    });
    expect((await locate(devices.ipad)).source).toBe('GPS');
  });

  it('says why there is none, in each of the four ways', async () => {
    const found = [devices.thinkpad, devices.pixel, devices.macbook, devices.chromebook];
    const told = await Promise.all(found.map(locate));
    expect(told.map(({ locateStatus }) => locateStatus)).toEqual([
      'DISABLED',
      'USER_DENIED',
      'NOT_SUPPORTED',
      'MASKED',
    ]);
    expect(told.every(({ latitude, longitude }) => latitude === null && longitude === null)).toBe(
      true,
    );
  });
});

describe('other people’s things', () => {
  it('are not found, by whatever call', async () => {
    const id = devices.ofJonas;
    const form = { ids: id, osxLockPin: '123456', confirmName: 'x', ownershipType: 'USER_OWNED' };
    const put = [
      'lock',
      'unlock',
      'wipe',
      'wipeCancel',
      'retire',
      'retireCancel',
      'forceCheckin',
      'ownership',
    ];
    for (const path of [
      `/device/${id}`,
      `/device/${id}/location`,
      `/device/${id}/command`,
      '/command/90201',
    ]) {
      expect((await portal.ask(path, { token })).codes).toEqual(['NotFound']);
    }
    for (const name of put) {
      const answer = await portal.ask(`/device/${name}`, { token, method: 'PUT', form });
      expect(answer.codes).toEqual(['NotFound']);
    }
    const pin = await portal.ask(`/device/${id}/secureAppsPin`, { token, method: 'POST' });
    expect(pin.codes).toEqual(['NotFound']);
    const certificate = await portal.ask('/certificate/8201', { token, method: 'DELETE' });
    expect(certificate.codes).toEqual(['NotFound']);
  });

  it('stay untouched when they are slipped in beside one’s own', async () => {
    const form = { ids: [devices.ipad, devices.ofJonas] };
    const answer = await portal.ask('/device/lock', { token, method: 'PUT', form });
    expect(answer.codes).toEqual(['NotFound']);
    expect((await show(devices.ipad)).pendingCommands).toEqual([]);
  });

  it('an id that is none is not found either', async () => {
    for (const id of ['0', '-1', '1.5', 'abc', '%00', '9'.repeat(40), '__proto__']) {
      expect((await portal.ask(`/device/${id}`, { token })).status).toBe(404);
    }
  });
});

describe('the smaller calls', () => {
  it('a secure-apps PIN is for Apple’s phones and tablets and good for half an hour', async () => {
    const answer = await portal.ask(`/device/${devices.ipad}/secureAppsPin`, {
      token,
      method: 'POST',
    });
    expect(answer.result).toMatchObject({ expiresAt: portal.now() + 30 * minute });
    const mac = await portal.ask(`/device/${devices.macbook}/secureAppsPin`, {
      token,
      method: 'POST',
    });
    expect(mac.codes).toEqual(['ActionNotAllowed']);
  });

  it('ownership changes at once, for all devices or for none', async () => {
    const own = (ids: number[]) =>
      portal.ask('/device/ownership', {
        token,
        method: 'PUT',
        form: { ids, ownershipType: 'USER_OWNED' },
      });
    expect((await own([devices.ipad, devices.tablet])).codes).toEqual(['ActionNotAllowed']);
    expect((await show(devices.ipad)).ownershipType).toBe('COMPANY_OWNED');
    expect((await own([devices.ipad, devices.mini])).result).toBe(1);
    expect((await show(devices.mini)).ownershipType).toBe('USER_OWNED');
  });
});
