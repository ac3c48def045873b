import { describe, expect, it } from 'vitest';
import type { DeviceOrders } from '../../../../../main/portal/capabilities.ts';
import { demand } from '../../../../../main/portal/capabilities.ts';
import { sampleTime, vendorDevice } from '../../../../support/admin-v1-samples.ts';
import { alice } from '../../../../support/admin-v1-server.ts';
import { rejectionOf } from '../../../../support/failures.ts';
import { prepareAdmin } from './admin-fixture.ts';

const { server, enter, pass } = prepareAdmin();
const to = { deviceId: '123', idempotencyKey: '2f0c8a4e-8a43-4f6e-9f0e-7a0f6f1a2b3c' };
const wiping = { ...to, confirmName: 'DESKTOP-123', preserveDataPlan: true };
const puts = () =>
  server()
    .requests.filter(({ method }) => method === 'PUT')
    .map(({ path, form }) => `${path} ${form.toString()}`);
const standAs = (registrationState: string, more: Record<string, unknown> = {}): void => {
  server().world.devices = [vendorDevice(123, { registrationState, ...more })];
};

describe('orders of weight', () => {
  const cases: [string, (orders: DeviceOrders) => Promise<unknown>][] = [
    ['unlock', (orders) => orders.unlock(to)],
    ['wipe', (orders) => orders.wipe(wiping)],
    ['retire', (orders) => orders.retire(to)],
  ];
  it.each(cases)(
    'like %s go to the documented address with the id alone',
    async (action, order) => {
      const portal = await enter();
      expect(await order(demand(portal, 'orders'))).toMatchObject([
        { deviceId: '123', type: action, state: 'queued', cancellable: action === 'wipe' },
      ]);
      expect(puts()).toEqual([`/api/v1/device/${action} ids=123`]);
      const [pending] = (await portal.device('123')).pending;
      expect(pending).toMatchObject({ type: action, state: 'queued' });
    },
  );

  it('of somebody else’s device are not sent', async () => {
    const orders = demand(await enter(), 'orders');
    const theirs = { ...wiping, deviceId: '900' };
    for (const order of [orders.wipe, orders.retire, orders.unlock, orders.cancelWipe])
      expect((await rejectionOf(order(theirs))).code).toBe('not-found');
    expect((await rejectionOf(orders.location('900'))).code).toBe('not-found');
    expect(puts()).toEqual([]);
  });

  it('with what the vendor has not published are absent with a reason, and not sent', async () => {
    const orders = demand(await enter(), 'orders');
    const absent: [Promise<unknown>, string][] = [
      [orders.unlock({ ...to, code: 'abc123' }), 'unlock-code'],
      [orders.wipe({ ...wiping, pin: '482913' }), 'wipe-pin'],
      [orders.wipe({ ...wiping, preserveDataPlan: false }), 'wipe-data-plan'],
      [orders.cancelRetire(to), 'cancel-retire'],
      [orders.setOwnership({ ...to, ownership: 'user' }), 'set-ownership'],
      [orders.secureAppsPin('123'), 'reset-secure-apps-pin'],
    ];
    for (const [call, reason] of absent)
      expect(await rejectionOf(call)).toEqual({ code: 'not-supported', reason });
    expect(puts()).toEqual([]);
  });
});

describe('a wipe', () => {
  it('is done when the device is wiped, and under way until then', async () => {
    const portal = await enter();
    const [made] = await demand(portal, 'orders').wipe(wiping);
    pass(3_600_000);
    standAs('WIPE_PENDING', { lastCheckin: Date.now() + 5_000 });
    expect(await portal.command(made?.id ?? '')).toMatchObject({ state: 'queued' });
    standAs('Wiped');
    expect(await portal.command(made?.id ?? '')).toMatchObject({
      state: 'done',
      cancellable: false,
    });
  });

  it('is taken back at the portal, and counts as cancelled when the portal says yes', async () => {
    const portal = await enter();
    const orders = demand(portal, 'orders');
    const [made] = await orders.wipe(wiping);
    const taken = await orders.cancelWipe({ ...to, idempotencyKey: 'another' });
    expect(taken[0]).toMatchObject({ id: made?.id, state: 'cancelled', cancellable: false });
    expect(puts()[1]).toBe('/api/v1/device/wipeCancel ids=123');
    expect((await portal.device('123')).pending).toEqual([]);
  });

  it('that the portal does not take back goes on', async () => {
    const portal = await enter();
    const orders = demand(portal, 'orders');
    const [made] = await orders.wipe(wiping);
    server().world.put = () => ({ result: 0 });
    const [failed] = await orders.cancelWipe({ ...to, idempotencyKey: 'another' });
    expect(failed).toMatchObject({ state: 'failed' });
    expect(await portal.command(made?.id ?? '')).toMatchObject({ state: 'queued' });
  });
});

describe('the last position of a device', () => {
  const at = { latitude: 52.52, longitude: 13.405, locationLastCapturedAt: sampleTime };
  const policy = (locateStatus: string) => ({ privacyPolicy: { locateStatus } });
  const none = { latitude: null, longitude: null, locationLastCapturedAt: null };

  it('is part of its record', async () => {
    standAs('ACTIVE', { ...at, ...policy('ENABLED') });
    expect(await demand(await enter(), 'orders').location('123')).toMatchObject({
      found: true,
      latitude: 52.52,
      longitude: 13.405,
      capturedAt: sampleTime,
      accuracyMeters: null,
      source: 'unknown',
    });
  });

  it.each([
    ['masked', { ...at, ...policy('ENABLED'), latitude: '****', longitude: '****' }],
    ['disabled', { ...at, ...policy('DISABLED') }],
    ['no-fix', { ...none, ...policy('ENABLED') }],
    ['no-fix', { ...at, ...policy('ENABLED'), longitude: 240.9 }],
    ['unknown', { ...at, ...policy('SOMETIMES') }],
  ])('is not told, because: %s', async (why, facts) => {
    standAs('ACTIVE', facts);
    expect(await demand(await enter(), 'orders').location('123')).toEqual({ found: false, why });
  });
});

describe('a proof of the password', () => {
  it('is asked for at the portal, and counts for five minutes', async () => {
    const keeping = demand(await enter(), 'session');
    expect(await keeping.terms()).toMatchObject({ reauthUntil: null, inactivityMinutes: null });
    expect(await rejectionOf(keeping.reauth('wrong'))).toEqual({ code: 'bad-credentials' });
    expect((await keeping.terms()).reauthUntil).toBeNull();
    const until = await keeping.reauth(alice.password);
    expect(Math.abs((until ?? 0) - Date.now() - 300_000)).toBeLessThan(30_000);
    expect(await keeping.terms()).toMatchObject({ reauthUntil: until, inactivityMinutes: null });
  });

  it('that fails does not end the session', async () => {
    const portal = await enter();
    await rejectionOf(demand(portal, 'session').reauth('wrong'));
    expect(await portal.devices()).toHaveLength(2);
  });
});
