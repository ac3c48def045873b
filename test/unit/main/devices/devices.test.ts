import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device, DeviceAction } from '../../../../preload/contract/devices.ts';
import { tooManyRequests } from '../../../portal/faults.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { signInToPortal } from '../../../support/signed-in.ts';
import type { SignedInFeatures } from '../../../support/signed-in.ts';
import { patience } from '../../../support/patience.ts';

let app: SignedInFeatures;
beforeEach(async () => {
  app = await signInToPortal();
});
afterEach(() => app.close());

const iphone = '73541';
const macbook = '73542';
const thinkpad = '73543';
const ipad = '73544';
const pixel = '73545';

const list = async (): Promise<Device[]> =>
  (await app.call('devices.list', { refresh: true })).devices;

async function device(id: string): Promise<Device> {
  const found = (await list()).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no device ${id}`);
  return found;
}

const refusalOf = (one: Device, action: DeviceAction): string | null | undefined =>
  one.actions[action];

describe('My Devices', () => {
  it('tells of every device what it is, how it is, and what may be done to it', async () => {
    const devices = await list();
    expect(new Set(devices.map(({ platform }) => platform))).toEqual(
      new Set(['ios', 'ipados', 'android', 'macos', 'windows', 'chromeos']),
    );
    const phone = await device(iphone);
    expect(phone).toMatchObject({ os: 'iOS 27.1', form: 'phone', state: 'active' });
    expect(refusalOf(phone, 'wipe')).toBe('wipe-disabled-by-policy');
    expect(refusalOf(phone, 'lock')).toBe('command-pending');
    expect(refusalOf(await device(thinkpad), 'unlock')).toBe('not-supported-by-platform');
    expect(await device(macbook)).toMatchObject({ needsLockPin: true, form: 'laptop' });
  });

  it('is fetched once for all who ask at the same time', async () => {
    const before = app.line.count('devices');
    await Promise.all(Array.from({ length: 6 }, list));
    expect(app.line.count('devices')).toBe(before + 1);
  });

  it('comes to the page that has asked as the answer, and not as news too', async () => {
    await list();
    expect(app.told.of('devices.changed')).toEqual([]);
    app.features.wake();
    await expect.poll(() => app.told.of('devices.changed').length, patience).toBe(1);
  });

  it('is not fetched again when nobody asks for it to be', async () => {
    await list();
    const before = app.line.requests().length;
    expect(await app.call('devices.list', { refresh: false })).toMatchObject({ stale: false });
    expect(app.line.requests()).toHaveLength(before);
  });

  it('waits as long as the portal asks for, and asks nothing meanwhile', async () => {
    await list();
    app.line.fault(tooManyRequests('120'), { call: 'devices' });
    const error = await rejectionOf(list());
    expect(error).toMatchObject({ code: 'rate-limited', retryAfterMs: 120_000 });
    const before = app.line.requests().length;
    const second = await rejectionOf(app.call('devices.commands', { deviceId: iphone, start: 0 }));
    expect(second.code).toBe('rate-limited');
    expect(second.retryAfterMs).toBeLessThanOrEqual(120_000);
    expect(app.line.requests()).toHaveLength(before);
  });
});

describe('Lock', () => {
  it('is requested, and told of at every step until the device has done it', async () => {
    const { supportsLockMessage } = await device(ipad);
    expect(supportsLockMessage).toBe(true);
    const { commands } = await app.call('devices.lock', { deviceId: ipad, message: 'Call me' });
    expect(commands).toMatchObject([{ type: 'lock', state: 'queued', message: 'Call me' }]);
    const id = commands[0]?.id;
    const told = () => app.told.of('command.changed').filter(({ command }) => command.id === id);
    await expect.poll(() => told().at(-1)?.command.state, patience).toBe('done');
    expect(told().at(-1)?.device.pending).toEqual([]);
    expect(app.line.count('lock')).toBe(1);
  });

  it('that is done before anybody has looked is told of all the same', async () => {
    await list();
    app.line.fault({ kind: 'delay', ms: 900 }, { call: 'lock' });
    const { commands } = await app.call('devices.lock', { deviceId: pixel });
    expect(commands.map(({ state }) => state)).not.toContain('done');
    await expect
      .poll(() => app.told.of('command.changed').at(-1)?.command, patience)
      .toMatchObject({ id: commands[0]?.id, state: 'done' });
    expect((await device(pixel)).pending).toEqual([]);
  });

  it('of a device that is being locked already is not sent', async () => {
    await list();
    expect(await rejectionOf(app.call('devices.lock', { deviceId: iphone }))).toMatchObject({
      code: 'conflict',
      reason: 'CommandPending',
    });
    expect(app.line.count('lock')).toBe(0);
  });

  it('of a device that is gone says so', async () => {
    expect(await rejectionOf(app.call('devices.lock', { deviceId: '1' }))).toMatchObject({
      code: 'not-found',
    });
  });

  it.each(['..', '.', '../account', 'a/b', '%2e%2e', '?x', '1#2'])(
    'of a device called %s asks the portal for nothing else',
    async (deviceId) => {
      const before = app.line.requests().length;
      const error = await rejectionOf(app.call('devices.commands', { deviceId, start: 0 }));
      expect(['not-found', 'refused', 'invalid-input']).toContain(error.code);
      const paths = app.line
        .requests()
        .slice(before)
        // What is asked in nobody's name, the looks of the tenant, has nothing to do with it.
        .filter(({ authorized }) => authorized)
        .map(({ path }) => path);
      expect(
        paths.filter((path) => !/^\/api\/v1\/ssp\/device\/[^/?#]+\/command$/u.test(path)),
      ).toEqual([]);
    },
  );
});

describe('the PIN of a Mac', () => {
  it('is in the keychain before the request leaves', async () => {
    await list();
    app.line.fault({ kind: 'reset', when: 'mid-upload' }, { call: 'lock' });
    await rejectionOf(app.call('devices.lock', { deviceId: macbook, pin: '482913' }));
    expect([...app.keytar.entries]).toEqual([[`lock-pin ${app.line.url} ${macbook}`, '482913']]);
    await app.call('devices.lock', { deviceId: macbook, pin: '100200' });
    expect([...app.keytar.entries.values()]).toEqual(['100200']);
  });

  it.each([
    [macbook, undefined],
    [ipad, '123456'],
  ])('is asked for where it is needed, and nowhere else (%s)', async (deviceId, pin) => {
    const input = pin === undefined ? { deviceId } : { deviceId, pin };
    expect(await rejectionOf(app.call('devices.lock', input))).toEqual({
      code: 'invalid-input',
      field: 'pin',
    });
    expect(app.line.count('lock')).toBe(0);
  });

  it.each([
    ['none', 'keychain-unavailable'],
    ['locked', 'keychain-locked'],
  ] as const)(
    'that the keychain (%s) does not take is not sent, unless it is written down',
    async (state, code) => {
      app.keytar.state = state;
      const input = { deviceId: macbook, pin: '482913' };
      expect(await rejectionOf(app.call('devices.lock', input))).toEqual({ code });
      expect(app.line.count('lock')).toBe(0);
      await app.call('devices.lock', { ...input, pinNoted: true });
      expect(app.line.count('lock')).toBe(1);
    },
  );
});

describe('an order', () => {
  it('that can not be asked after is said to be unknown', async () => {
    await list();
    app.line.fault({ kind: 'reset', when: 'before-status' }, { times: 99 });
    expect(await rejectionOf(app.call('devices.lock', { deviceId: pixel }))).toEqual({
      code: 'outcome-unknown',
    });
    expect(app.line.count('lock')).toBe(1);
  });
});

describe('Force Check-in', () => {
  it('goes to several devices in one request', async () => {
    await list();
    const { commands } = await app.call('devices.forceCheckIn', {
      deviceIds: [iphone, macbook, pixel, pixel],
    });
    expect(commands.map(({ deviceId }) => deviceId).sort()).toEqual([iphone, macbook, pixel]);
    expect(app.line.count('forceCheckin')).toBe(1);
  });
});

describe('following commands', () => {
  it('stops when nothing is pending, and when nobody is signed in', async () => {
    await app.call('devices.forceCheckIn', { deviceIds: [ipad] });
    await list();
    await app.call('session.signOut', undefined);
    // What had left before the sign-out may still arrive after it.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = app.line.requests().length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(app.line.requests()).toHaveLength(before);
  });
});
