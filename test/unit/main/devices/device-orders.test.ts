import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrderQuestion } from '../../../../main/devices/device-orders.ts';
import type { Input } from '../../../../preload/contract.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { hastyClock } from '../../../support/features.ts';
import { patience } from '../../../support/patience.ts';
import { signInToPortal } from '../../../support/signed-in.ts';
import type { SignedInFeatures } from '../../../support/signed-in.ts';

const iphone = '73541';
const macbook = '73542';
const ipad = '73544';
const pixel = '73545';
const lostTablet = '73547';
const offlineMac = '73548';
const offlineMacName = 'Spare Mac mini';

let app: SignedInFeatures;
let asked: OrderQuestion[];
let answer: boolean;
let shift: number;
beforeEach(async () => {
  asked = [];
  answer = true;
  shift = 0;
  app = await signInToPortal({
    clock: { ...hastyClock, now: () => Date.now() + shift },
    confirm: (question) => {
      asked.push(question);
      return Promise.resolve(answer);
    },
  });
});
afterEach(() => app.close());

const wipeOf = (deviceId: string, confirmName: string, pin?: string): Input<'devices.wipe'> => ({
  deviceId,
  confirmName,
  preserveDataPlan: true,
  ...(pin === undefined ? {} : { pin }),
});
const wipePixel = wipeOf(pixel, 'Pixel 10');
const keysOf = (call: string) =>
  app.line
    .requests()
    .filter((entry) => entry.call === call)
    .map(({ idempotencyKey }) => idempotencyKey);

describe('Unlock', () => {
  it('is requested, with a code for an Android device', async () => {
    const { commands } = await app.call('devices.unlock', { deviceId: pixel, code: 'abc123' });
    expect(commands).toMatchObject([{ type: 'unlock', state: 'queued', deviceId: pixel }]);
    expect(keysOf('unlock')).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/u)]);
  });

  it('takes no code for anything but Android', async () => {
    const input = { deviceId: ipad, code: 'abc123' };
    expect(await rejectionOf(app.call('devices.unlock', input))).toEqual({
      code: 'invalid-input',
      field: 'code',
    });
    expect(app.line.count('unlock')).toBe(0);
  });

  it('of a device in lost mode is not sent', async () => {
    expect(await rejectionOf(app.call('devices.unlock', { deviceId: lostTablet }))).toEqual({
      code: 'conflict',
      reason: 'LostMode',
    });
    expect(app.line.count('unlock')).toBe(0);
  });

  it('is not sent a second time while the first is pending', async () => {
    const input = { deviceId: pixel };
    const both = await Promise.allSettled([
      app.call('devices.unlock', input),
      app.call('devices.unlock', input),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(app.line.count('unlock')).toBe(1);
  });
});

describe('Wipe', () => {
  it('asks the person in a dialog of its own, and is sent once', async () => {
    await app.call('devices.list', { refresh: true });
    const { commands } = await app.call('devices.wipe', wipePixel);
    expect(commands).toMatchObject([{ type: 'wipe', state: 'queued' }]);
    expect(asked).toEqual([{ kind: 'wipe', deviceName: 'Pixel 10', platform: 'android' }]);
    expect(new Set(keysOf('wipe')).size).toBe(1);
    const told = app.told.of('device.changed').findLast(({ id }) => id === pixel);
    expect(['wipe-pending', 'wiped']).toContain(told?.state);
  });

  it('that the person does not confirm is not sent', async () => {
    answer = false;
    expect(await rejectionOf(app.call('devices.wipe', wipePixel))).toEqual({ code: 'cancelled' });
    expect(asked).toHaveLength(1);
    expect(app.line.count('wipe')).toBe(0);
  });

  it('with another name asks nobody', async () => {
    const error = await rejectionOf(app.call('devices.wipe', wipeOf(pixel, 'Pixel')));
    expect(error).toEqual({ code: 'invalid-input', field: 'confirmName' });
    expect(asked).toEqual([]);
  });

  it('takes a straight apostrophe for the curved one of the name', async () => {
    const { commands } = await app.call('devices.wipe', wipeOf(ipad, "Ines's iPad"));
    expect(commands).toMatchObject([{ type: 'wipe', deviceId: ipad }]);
  });

  it('that the policy forbids says so before anybody is asked', async () => {
    const error = await rejectionOf(app.call('devices.wipe', wipeOf(iphone, 'Ines’s iPhone')));
    expect(error).toEqual({ code: 'forbidden', reason: 'WipeDisabledByPolicy' });
    expect(asked).toEqual([]);
  });

  it('a hundred times in a row is one dialog and one request', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 100 }, () => app.call('devices.wipe', wipePixel)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(asked).toHaveLength(1);
    expect(app.line.count('wipe')).toBe(1);
  });

  it('of two devices has five seconds in between', async () => {
    await app.call('devices.wipe', wipePixel);
    const second = wipeOf(ipad, 'Ines’s iPad');
    expect(await rejectionOf(app.call('devices.wipe', second))).toEqual({
      code: 'busy',
      reason: 'destructive',
    });
    expect(await rejectionOf(app.call('devices.retire', { deviceId: ipad }))).toMatchObject({
      code: 'busy',
    });
    shift = 5_000;
    await app.call('devices.wipe', second);
    expect(app.line.count('wipe')).toBe(2);
  });

  it.each([
    ['nobody can show', 'A\u202Eenohp\u0000\u200B', 'Aenohp'],
    ['is endless', 'x'.repeat(5_000), `${'x'.repeat(79)}…`],
  ])('of a device whose name %s shows what is left of it', async (_why, deviceName, shown) => {
    const rename = (whole: unknown): unknown =>
      JSON.parse(
        JSON.stringify(whole, (key, value: unknown) => (key === 'deviceName' ? deviceName : value)),
      );
    app.line.fault({ kind: 'json', change: rename }, { call: 'device' });
    answer = false;
    const { devices } = await app.call('devices.list', { refresh: true });
    expect(devices.length).toBeGreaterThan(0);
    const input = wipeOf(pixel, shown.length > 70 ? `${'x'.repeat(511)}…` : shown);
    await rejectionOf(app.call('devices.wipe', input));
    expect(asked.map((question) => question.deviceName)).toEqual([shown]);
  });

  it('while offline is neither sent nor kept back', async () => {
    await app.line.down();
    expect((await rejectionOf(app.call('devices.wipe', wipePixel))).code).toBe(
      'portal-unreachable',
    );
    await app.line.up();
    await app.call('devices.list', { refresh: true });
    expect(asked).toEqual([]);
    expect(app.line.count('wipe')).toBe(0);
  });

  it('whose answer is lost is asked after, and not sent again', async () => {
    app.line.fault({ kind: 'reset', when: 'before-status' }, { call: 'wipe' });
    const { commands } = await app.call('devices.wipe', wipePixel);
    expect(commands).toMatchObject([{ type: 'wipe', deviceId: pixel }]);
    expect(app.line.count('wipe')).toBe(1);
    expect(app.line.count('commands')).toBeGreaterThan(0);
  });

  it('of which the portal can tell nothing is said to be unknown', async () => {
    app.line.fault({ kind: 'reset', when: 'before-status' }, { call: 'wipe' });
    app.line.fault({ kind: 'reset', when: 'before-status' }, { call: 'commands', times: 99 });
    expect(await rejectionOf(app.call('devices.wipe', wipePixel))).toEqual({
      code: 'outcome-unknown',
    });
    expect(app.line.count('wipe')).toBe(1);
  });
});

describe('an order to a device that is gone', () => {
  it('says so, and has the list read again', async () => {
    await app.call('devices.list', { refresh: true });
    const before = app.line.count('devices');
    const globalErrors = [{ code: 'NotFound', message: 'No.' }];
    const body = { errors: { globalErrors, fieldErrors: null }, result: null };
    app.line.fault({ kind: 'answer', status: 404, body }, { call: 'device' });
    expect((await rejectionOf(app.call('devices.retire', { deviceId: pixel }))).code).toBe(
      'not-found',
    );
    await expect.poll(() => app.line.count('devices'), patience).toBe(before + 1);
  });
});

describe('the PIN of a Mac that is wiped', () => {
  const mac = () => [...app.keytar.entries];

  it('is needed, and in the keychain before the request leaves', async () => {
    const input = wipeOf(offlineMac, offlineMacName);
    expect(await rejectionOf(app.call('devices.wipe', input))).toEqual({
      code: 'invalid-input',
      field: 'pin',
    });
    await app.call('devices.wipe', { ...input, pin: '204060' });
    expect(mac()).toEqual([[`wipe-pin ${app.line.url} ${offlineMac}`, '204060']]);
    expect(await app.call('devices.lockPin', { deviceId: offlineMac })).toEqual({
      lock: null,
      wipe: '204060',
    });
  });

  it('is taken back when the person does not confirm', async () => {
    answer = false;
    await rejectionOf(app.call('devices.wipe', wipeOf(offlineMac, offlineMacName, '204060')));
    expect(mac()).toEqual([]);
  });

  it('that the keychain does not take is not sent, and nobody is asked', async () => {
    app.keytar.state = 'none';
    const input = wipeOf(offlineMac, offlineMacName, '204060');
    expect(await rejectionOf(app.call('devices.wipe', input))).toEqual({
      code: 'keychain-unavailable',
    });
    expect(asked).toEqual([]);
    shift = 6_000;
    await app.call('devices.wipe', { ...input, pinNoted: true });
    expect(app.line.count('wipe')).toBe(1);
  });

  it('is never asked for elsewhere', async () => {
    const input = wipeOf(pixel, 'Pixel 10', '204060');
    expect(await rejectionOf(app.call('devices.wipe', input))).toEqual({
      code: 'invalid-input',
      field: 'pin',
    });
  });
});

describe('Retire', () => {
  it('asks the person, and can be taken back while it is pending', async () => {
    const { commands } = await app.call('devices.retire', { deviceId: offlineMac });
    expect(commands).toMatchObject([{ type: 'retire', cancellable: true }]);
    expect(asked).toEqual([{ kind: 'retire', deviceName: offlineMacName, platform: 'macos' }]);
    const commandId = commands[0]?.id ?? '';
    const input = { deviceId: offlineMac, commandId };
    const taken = await app.call('devices.cancelCommand', input);
    expect(taken.commands).toMatchObject([{ id: commandId, state: 'cancelled' }]);
    const { devices } = await app.call('devices.list', { refresh: true });
    expect(devices.find(({ id }) => id === offlineMac)).toMatchObject({ state: 'active' });
    expect(await rejectionOf(app.call('devices.cancelCommand', input))).toEqual({
      code: 'conflict',
      reason: 'DeviceStateConflict',
    });
    expect(app.line.count('retireCancel')).toBe(1);
  });
});

describe('Cancel Wipe', () => {
  it('whose answer is lost is asked after', async () => {
    const wipe = wipeOf(offlineMac, offlineMacName, '204060');
    const { commands } = await app.call('devices.wipe', wipe);
    const commandId = commands[0]?.id ?? '';
    app.line.fault({ kind: 'reset', when: 'before-status' }, { call: 'wipeCancel' });
    const taken = await app.call('devices.cancelCommand', { deviceId: offlineMac, commandId });
    expect(taken.commands).toMatchObject([{ id: commandId, state: 'cancelled' }]);
    expect(app.line.count('wipeCancel')).toBe(1);
  });

  it('is for wipes and retirements of that device only', async () => {
    const { commands } = await app.call('devices.lock', { deviceId: macbook, pin: '482913' });
    const commandId = commands[0]?.id ?? '';
    for (const deviceId of [macbook, ipad])
      expect(
        (await rejectionOf(app.call('devices.cancelCommand', { deviceId, commandId }))).reason,
      ).toBe('DeviceStateConflict');
  });
});
