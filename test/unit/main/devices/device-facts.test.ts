import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deviceLocation } from '../../../../preload/contract/orders.ts';
import type { DeviceLocation } from '../../../../preload/contract/orders.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { signInToPortal } from '../../../support/signed-in.ts';
import type { SignedInFeatures } from '../../../support/signed-in.ts';
import { everythingIn } from '../session/session-fixture.ts';

const macbook = '73542';
const thinkpad = '73543';
const ipad = '73544';
const pixel = '73545';
const chromebook = '73546';
const lostTablet = '73547';

let app: SignedInFeatures;
let opened: string[];
beforeEach(async () => {
  opened = [];
  app = await signInToPortal({
    openBrowser: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
  });
});
afterEach(() => app.close());

const locate = (deviceId: string): Promise<DeviceLocation> =>
  app.call('devices.locate', { deviceId });
const instead = (result: unknown) =>
  ({ kind: 'answer', status: 200, body: { errors: null, result } }) as const;

describe('Open in Maps', () => {
  it('opens a map at the place that the portal tells now, and nothing else', async () => {
    await app.call('devices.openMap', { deviceId: ipad });
    expect(app.line.count('location')).toBe(1);
    const [url = '', ...more] = opened.map((address) => new URL(address));
    expect(more).toEqual([]);
    expect(url).toMatchObject({ protocol: 'https:', host: 'www.openstreetmap.org', pathname: '/' });
    expect(String(url)).toMatch(
      /\?mlat=\d+\.\d{5}&mlon=\d+\.\d{5}#map=14\/\d+\.\d{5}\/\d+\.\d{5}$/u,
    );
  });

  it('opens nothing where nobody can tell the place', async () => {
    const refused = await rejectionOf(app.call('devices.openMap', { deviceId: chromebook }));
    expect(refused).toMatchObject({ code: 'not-found', reason: 'no-place' });
    expect(opened).toEqual([]);
  });
});

describe('View Location', () => {
  it('tells where, how exactly, how long ago, and by what', async () => {
    const found = await locate(ipad);
    expect(found).toMatchObject({ found: true, accuracyMeters: 18, source: 'gps' });
    expect(found.found && found.ageMs).toBeGreaterThan(60_000);
  });

  it.each([
    [macbook, 'not-supported'],
    [thinkpad, 'disabled'],
    [pixel, 'denied-on-device'],
    [chromebook, 'masked'],
  ])('of %s says why nobody can tell: %s', async (deviceId, why) => {
    expect(await locate(deviceId)).toEqual({ found: false, why });
  });

  it('is asked anew each time, and stands neither on the disk nor in the log', async () => {
    await app.call('devices.list', { refresh: true });
    const found = await locate(ipad);
    await locate(ipad);
    expect(app.line.count('location')).toBe(2);
    const disk = everythingIn(app.directory);
    const latitude = found.found ? String(found.latitude) : 'none';
    expect(latitude).toMatch(/^\d+\.\d+$/u);
    expect(disk).not.toContain(latitude);
    expect(readFileSync(join(app.directory, 'logs', 'main.log'), 'utf8')).toContain(
      '/ssp/device/{id}/location',
    );
  });

  it.each([
    [{ locateStatus: 'ENABLED', latitude: 91, longitude: 4 }, 'no-fix'],
    [{ locateStatus: 'ENABLED', latitude: 51, longitude: null }, 'no-fix'],
    [{ locateStatus: 'ENABLED', latitude: '51', longitude: '4' }, 'no-fix'],
    [{ locateStatus: 'SOMEWHERE', latitude: 51, longitude: 4 }, 'unknown'],
    [{}, 'unknown'],
  ])('takes no nonsense for a place: %j', async (result, why) => {
    await app.call('devices.list', { refresh: true });
    app.line.fault(instead(result), { call: 'location' });
    expect(await locate(ipad)).toEqual({ found: false, why });
  });

  it('of a fix from the future has no age', async () => {
    await app.call('devices.list', { refresh: true });
    const later = Date.now() + 86_400_000;
    const result = { locateStatus: 'ENABLED', latitude: 0, longitude: -180 };
    app.line.fault(instead({ ...result, locationLastCapturedAt: later }), { call: 'location' });
    const found = deviceLocation.parse(await locate(ipad));
    expect(found).toMatchObject({ latitude: 0, longitude: -180, ageMs: 0, source: 'unknown' });
  });
});

describe('ownership', () => {
  it('is set at once, and the device says so', async () => {
    const device = await app.call('devices.setOwnership', {
      deviceId: pixel,
      ownership: 'company',
    });
    expect(device).toMatchObject({ id: pixel, ownership: 'company' });
    expect(app.line.count('ownership')).toBe(1);
  });

  it('whose answer is lost is asked after', async () => {
    app.line.fault({ kind: 'reset', when: 'before-status' }, { call: 'ownership' });
    const device = await app.call('devices.setOwnership', {
      deviceId: pixel,
      ownership: 'company',
    });
    expect(device.ownership).toBe('company');
    expect(app.line.count('ownership')).toBe(1);
  });

  it('of a device in lost mode is not sent', async () => {
    const input = { deviceId: lostTablet, ownership: 'user' as const };
    expect((await rejectionOf(app.call('devices.setOwnership', input))).reason).toBe('LostMode');
    expect(app.line.count('ownership')).toBe(0);
  });
});

describe('the secure-apps PIN', () => {
  it('is for once, and for half an hour', async () => {
    const { pin, expiresAt } = await app.call('devices.secureAppsPin', { deviceId: ipad });
    expect(pin).toMatch(/^\d{6}$/u);
    expect(Math.abs((expiresAt ?? 0) - Date.now() - 30 * 60_000)).toBeLessThan(60_000);
    expect(everythingIn(app.directory)).not.toContain(pin);
  });

  it('is not asked for where there is none', async () => {
    const error = await rejectionOf(app.call('devices.secureAppsPin', { deviceId: pixel }));
    expect(error).toEqual({ code: 'forbidden', reason: 'ActionNotAllowed' });
    expect(app.line.count('secureAppsPin')).toBe(0);
  });
});

describe('the PIN of a Mac that was locked', () => {
  it('can be read again out of the keychain', async () => {
    await app.call('devices.lock', { deviceId: macbook, pin: '482913' });
    expect(await app.call('devices.lockPin', { deviceId: macbook })).toEqual({
      lock: '482913',
      wipe: null,
    });
    expect(await app.call('devices.lockPin', { deviceId: ipad })).toEqual({
      lock: null,
      wipe: null,
    });
    // What showed that the keychain was open is gone again.
    expect([...app.keytar.entries.keys()]).toEqual([`lock-pin ${app.line.url} ${macbook}`]);
  });

  it.each([
    ['locked', 'keychain-locked'],
    ['none', 'keychain-unavailable'],
  ] as const)('in a keychain that is %s is not said to be missing', async (state, code) => {
    await app.call('devices.lock', { deviceId: macbook, pin: '482913' });
    app.keytar.state = state;
    expect(await rejectionOf(app.call('devices.lockPin', { deviceId: macbook }))).toEqual({ code });
  });
});
