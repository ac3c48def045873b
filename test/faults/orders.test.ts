import { describe, expect, it } from 'vitest';
import type { Fault } from '../portal/faults.ts';
import { gatewayError, sessionExpired, tooManyRequests } from '../portal/faults.ts';
import { rejectionOf } from '../support/failures.ts';
import { patience } from '../support/patience.ts';
import { isSignedIn, prepareBadDay } from './bad-day.ts';

/* security.md section 6, "Network and portal": what happens to reads and orders when the portal or the line fails. */

const { app, portal, line, good, refresh } = prepareBadDay();
const ipad = '73544';

const refusal = (status: number, code: string): Fault => ({
  kind: 'answer',
  status,
  body: { errors: { globalErrors: [{ code, message: 'words' }], fieldErrors: null }, result: null },
});
const lock = () => app().call('devices.lock', { deviceId: ipad });
const locksAtPortal = (): number =>
  portal()
    .requests()
    .filter((line) => line.startsWith('PUT') && line.endsWith('/device/lock')).length;

describe('a portal that is gone', () => {
  it('is told of, and its return too; the list is then fetched once', async () => {
    await line().down();
    expect(await refresh()).toEqual({ ...good(), stale: true });
    expect(app().told.of('reachability.changed').at(-1)).toMatchObject({ state: 'unreachable' });
    expect(await isSignedIn(app())).toBe(true);
    await line().up();
    const before = line().count('devices');
    await expect
      .poll(() => app().told.of('reachability.changed').at(-1)?.state, patience)
      .toBe('online');
    await expect.poll(() => app().told.of('devices.changed').at(-1)?.stale, patience).toBe(false);
    expect(line().count('devices')).toBe(before + 1);
  });

  it('gets no order later that nobody asked for again', async () => {
    await line().down();
    expect((await rejectionOf(lock())).code).toBe('portal-unreachable');
    await line().up();
    await expect
      .poll(() => app().told.of('reachability.changed').at(-1)?.state, patience)
      .toBe('online');
    expect(locksAtPortal()).toBe(0);
  });
});

describe('a portal that fails', () => {
  it.each([500, 502, 503, 504] as const)(
    'with %i at a read is asked three times more, and then no more',
    async (status) => {
      line().fault(gatewayError(status), { call: 'commands', times: 9 });
      const asking = app().call('devices.commands', { deviceId: ipad, start: 0 });
      expect((await rejectionOf(asking)).code).toBe('portal-failed');
      expect(line().count('commands')).toBe(4);
    },
  );

  it.each([500, 502, 503, 504] as const)(
    'with %i at an order is asked what became of it, and gets no second one',
    async (status) => {
      line().fault(gatewayError(status), { call: 'lock', times: 9 });
      expect((await rejectionOf(lock())).code).toBe('portal-failed');
      expect(line().count('lock')).toBe(1);
      expect(line().count('commands')).toBeGreaterThan(0);
    },
  );
});

describe('an order that erases', () => {
  const pixel = '73545';
  const wipe = () =>
    app().call('devices.wipe', {
      deviceId: pixel,
      confirmName: 'Pixel 10',
      preserveDataPlan: true,
    });
  const wipesAtPortal = (): number =>
    portal()
      .requests()
      .filter((request) => request === 'PUT /api/v1/ssp/device/wipe').length;

  it.each<[string, Fault, number]>([
    ['a gateway fails', gatewayError(502), 0],
    ['the portal fails', gatewayError(500), 0],
    ['the line breaks in the middle of it', { kind: 'reset', when: 'mid-upload' }, 0],
    ['the line breaks before the status', { kind: 'reset', when: 'before-status' }, 1],
    ['the line breaks in the middle of the answer', { kind: 'reset', when: 'mid-body' }, 1],
    ['the answer is cut in half', { kind: 'body', change: 'truncated' }, 1],
  ])('leaves once although %s, and the true state is told', async (_what, fault, arrived) => {
    line().fault(fault, { call: 'wipe', times: 9 });
    const outcome = await wipe().then(
      ({ commands }) => commands.map(({ type }) => type),
      () => 'failed',
    );
    expect(outcome).toEqual(arrived === 1 ? ['wipe'] : 'failed');
    expect(line().count('wipe')).toBe(1);
    expect(wipesAtPortal()).toBe(arrived);
  });

  it('whose portal can not even be asked is not known to have arrived, and is not sent again', async () => {
    line().fault({ kind: 'reset', when: 'before-status' }, { call: 'wipe' });
    line().fault(gatewayError(502), { call: 'commands', times: 99 });
    expect((await rejectionOf(wipe())).code).toBe('outcome-unknown');
    line().clear();
    await refresh();
    expect(line().count('wipe')).toBe(1);
    expect(wipesAtPortal()).toBe(1);
  });
});

describe('a portal that says no', () => {
  it.each([
    [403, 'ActionNotAllowed', 'forbidden'],
    [403, 'WipeDisabledByPolicy', 'forbidden'],
    [404, 'NotFound', 'not-found'],
    [409, 'CommandPending', 'conflict'],
    [409, 'DeviceStateConflict', 'conflict'],
    [400, 'Pattern', 'refused'],
  ] as const)(
    '(%i %s) is heard, signs nobody out, and is not asked again',
    async (status, reason, code) => {
      line().fault(refusal(status, reason), { call: 'lock', times: 9 });
      expect(await rejectionOf(lock())).toEqual({ code, reason });
      expect(line().count('lock')).toBe(1);
      expect(await isSignedIn(app())).toBe(true);
    },
  );

  it.each([
    [404, 'NotFound'],
    [409, 'CommandPending'],
  ] as const)('(%i %s) has the list looked at again', async (status, reason) => {
    const before = line().count('devices');
    line().fault(refusal(status, reason), { call: 'lock' });
    await rejectionOf(lock());
    await expect.poll(() => line().count('devices'), patience).toBe(before + 1);
  });

  it('because the session is over signs out once, and the order is not sent later', async () => {
    line().fault(sessionExpired, { call: 'lock' });
    expect((await rejectionOf(lock())).code).toBe('signed-out');
    const { session } = await app().call('app.snapshot', undefined);
    expect(session).toMatchObject({ status: 'signed-out', because: 'expired' });
    const { username, password } = portal();
    await app().call('session.signIn', {
      address: line().url,
      username,
      password,
      keepSignedIn: false,
    });
    await refresh();
    expect(locksAtPortal()).toBe(0);
  });
});

describe('a portal that is asked too often', () => {
  it.each([
    ['7', 7_000],
    [null, 30_000],
    ['-5', 0],
    ['315360000', 300_000],
    [new Date(Date.now() + 10 * 365 * 86_400_000).toUTCString(), 300_000],
  ])('and says %s is left alone for %i ms', async (retryAfter, ms) => {
    line().fault(tooManyRequests(retryAfter), { call: 'lock' });
    const error = await rejectionOf(lock());
    expect(error).toMatchObject({ code: 'rate-limited', retryAfterMs: ms });
    expect(line().count('lock')).toBe(1);
  });
});

describe('a line that breaks', () => {
  it('before the status of an order: the portal has it, and it is found there', async () => {
    line().fault({ kind: 'reset', when: 'before-status' }, { call: 'lock' });
    const { commands } = await lock();
    expect(commands).toMatchObject([{ type: 'lock', deviceId: ipad }]);
    expect(locksAtPortal()).toBe(1);
  });

  it.each(['mid-body', 'after-body'] as const)(
    '%s of the answer to an order: there is one command',
    async (when) => {
      line().fault({ kind: 'reset', when }, { call: 'lock' });
      const { commands } = await lock();
      expect(commands).toMatchObject([{ type: 'lock', deviceId: ipad }]);
      expect(locksAtPortal()).toBe(1);
    },
  );

  it('in the middle of an order: the portal has nothing of it, and that is what is said', async () => {
    line().fault({ kind: 'reset', when: 'mid-upload' }, { call: 'lock' });
    expect((await rejectionOf(lock())).code).toBe('portal-unreachable');
    expect(locksAtPortal()).toBe(0);
    expect(line().count('lock')).toBe(1);
  });

  it.each(['before-status', 'mid-body', 'after-body'] as const)(
    '%s of a read: it is read again',
    async (when) => {
      line().fault({ kind: 'reset', when }, { call: 'devices' });
      expect(await refresh()).toMatchObject({ stale: false });
    },
  );
});
