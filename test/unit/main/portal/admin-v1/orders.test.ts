import { describe, expect, it } from 'vitest';
import { command } from '../../../../../preload/contract/devices.ts';
import type { Device, DeviceAction } from '../../../../../preload/contract/devices.ts';
import { vendorDevice } from '../../../../support/admin-v1-samples.ts';
import { rejectionOf } from '../../../../support/failures.ts';
import { prepareAdmin } from './admin-fixture.ts';

const { server, enter, pass } = prepareAdmin();
const idempotencyKey = '2f0c8a4e-8a43-4f6e-9f0e-7a0f6f1a2b3c';
const puts = () => server().requests.filter(({ method }) => method === 'PUT');
const refusalOf = (one: Device, wanted: DeviceAction) => one.actions[wanted];

describe('locking a device', () => {
  it('sends message, number and PIN as a form, once, and is queued and not done', async () => {
    const portal = await enter();
    const commands = await portal.lock({
      deviceId: '124',
      message: 'Lost & found: ring "me"',
      phoneNumber: '+49 30 1',
      pin: '482913',
      idempotencyKey,
    });
    expect(puts()).toHaveLength(1);
    expect(puts()[0]?.path).toBe('/api/v1/device/lock');
    expect([...(puts()[0]?.form ?? [])]).toEqual([
      ['ids', '124'],
      ['message', 'Lost & found: ring "me"'],
      ['phoneNumber', '+49 30 1'],
      ['osxLockPin', '482913'],
    ]);
    const [made] = commands;
    expect(command.parse(made)).toMatchObject({
      deviceId: '124',
      type: 'lock',
      state: 'queued',
      requestedBy: 'self',
      completedAt: null,
      cancellable: false,
      message: 'Lost & found: ring "me"',
    });
    expect(await portal.commands('124', 0)).toEqual({ commands, total: 1 });
    const locked = await portal.device('124');
    expect(locked.pending).toEqual(commands);
    expect(refusalOf(locked, 'lock')).toBe('command-pending');
  });

  it('is never said to be done: once the device was heard of it is unknown', async () => {
    const portal = await enter();
    const [made] = await portal.lock({ deviceId: '123', idempotencyKey });
    expect(await portal.command(made?.id ?? '')).toMatchObject({ state: 'queued' });
    server().world.devices = [vendorDevice(123, { lastCheckin: Date.now() + 5_000 })];
    expect(await portal.command(made?.id ?? '')).toMatchObject({ state: 'unknown' });
    const after = await portal.device('123');
    expect(after.pending).toEqual([]);
    expect(refusalOf(after, 'lock')).toBeNull();
  });

  it('may be asked for again after ten minutes without a word', async () => {
    const portal = await enter();
    await portal.lock({ deviceId: '123', idempotencyKey });
    pass(602_000);
    // The portal's clock comes with its answers; what counts is how long it is since the order.
    const { commands } = await portal.commands('123', 0);
    expect(commands.map(({ state }) => state)).toEqual(['unknown']);
  });

  it('with result 0 has failed', async () => {
    server().world.put = () => ({ result: 0 });
    const portal = await enter();
    expect(await portal.lock({ deviceId: '123', idempotencyKey })).toMatchObject([
      { state: 'failed', type: 'lock' },
    ]);
    expect((await portal.device('123')).pending).toEqual([]);
  });

  it('with a field that the portal refuses says which', async () => {
    const portal = await enter();
    const refused = portal.lock({ deviceId: '124', pin: '000000', idempotencyKey });
    expect(await rejectionOf(refused)).toEqual({
      code: 'refused',
      reason: 'Pattern',
      field: 'osxLockPin',
    });
    expect(await portal.commands('124', 0)).toEqual({ commands: [], total: 0 });
  });

  it('with errors in a good answer is refused too', async () => {
    const globalErrors = [{ code: 'DeviceBusy', message: 'try later' }];
    server().world.put = () => ({ errors: { globalErrors, fieldErrors: null }, result: 1 });
    const refused = (await enter()).lock({ deviceId: '123', idempotencyKey });
    expect(await rejectionOf(refused)).toEqual({ code: 'refused', reason: 'DeviceBusy' });
  });

  it('of somebody else is not sent', async () => {
    const portal = await enter();
    for (const deviceId of ['900', '555', '../lock'])
      expect((await rejectionOf(portal.lock({ deviceId, idempotencyKey }))).code).toBe('not-found');
    expect(puts()).toHaveLength(0);
  });

  it.each([
    ['a line that broke', () => 'cut-off' as const],
    ['a portal that stumbled', () => ({ status: 500 })],
    ['a result that makes no sense', () => ({ result: 'yes' })],
  ])(
    'whose answer was lost with %s is sent once, and nobody claims to know',
    async (_what, put) => {
      server().world.put = put;
      const portal = await enter();
      expect(await rejectionOf(portal.lock({ deviceId: '123', idempotencyKey }))).toEqual({
        code: 'outcome-unknown',
      });
      expect(puts()).toHaveLength(1);
      expect((await portal.commands('123', 0)).commands).toMatchObject([{ state: 'unknown' }]);
    },
  );
});

describe('asking devices to check in', () => {
  const both = { deviceIds: ['123', '124'], idempotencyKey };

  it('repeats the ids in one form, and is done when a device was heard of', async () => {
    const portal = await enter();
    const commands = await portal.forceCheckIn(both);
    expect(puts().map(({ path, form }) => [path, form.toString()])).toEqual([
      ['/api/v1/device/forceCheckin', 'ids=123&ids=124'],
    ]);
    expect(commands.map(({ state }) => state)).toEqual(['queued', 'queued']);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(2);
    const heardAt = Date.now() + 5_000;
    server().world.devices = [vendorDevice(123, { lastCheckin: heardAt }), vendorDevice(124)];
    expect(await portal.command(commands[0]?.id ?? '')).toMatchObject({
      state: 'done',
      completedAt: heardAt,
    });
    expect(await portal.command(commands[1]?.id ?? '')).toMatchObject({ state: 'queued' });
  });

  it('shows the devices that a page of rejected ones names as failed', async () => {
    const searchResults = [vendorDevice(124)];
    const rejected = { searchResults, totalCount: 1, offset: 0, limit: 50 };
    server().world.put = () => ({ result: rejected });
    const commands = await (await enter()).forceCheckIn(both);
    expect(commands.map(({ deviceId, state }) => [deviceId, state])).toEqual([
      ['123', 'queued'],
      ['124', 'failed'],
    ]);
  });

  it.each([
    [{ searchResults: [], totalCount: 0, offset: 0, limit: 50 }, ['queued', 'queued']],
    [{ searchResults: [{ id: 124 }], totalCount: 2, offset: 0, limit: 1 }, ['unknown', 'failed']],
    [1, ['queued', 'queued']],
    [2, ['queued', 'queued']],
    [0, ['failed', 'failed']],
    [7, ['unknown', 'unknown']],
  ])('is read from the result %j as %j', async (result, states) => {
    server().world.put = () => ({ result });
    const commands = await (await enter()).forceCheckIn(both);
    expect(commands.map(({ state }) => state)).toEqual(states);
  });
});
