import { describe, expect, it } from 'vitest';
import type { Fault } from '../portal/faults.ts';
import { proxyWantsPassword, tooManyRequests } from '../portal/faults.ts';
import { rejectionOf } from '../support/failures.ts';
import { patience } from '../support/patience.ts';
import { isSignedIn, prepareBadDay } from './bad-day.ts';

/* security.md section 6, "Network and portal": what stands in the way to the portal is named while it stands there. */

const { app, line, refresh } = prepareBadDay();
const reachability = () => app().told.of('reachability.changed').at(-1);

describe('something in the way to the portal', () => {
  it.each<[string, Fault]>([
    ['captive-portal', { kind: 'html-login' }],
    ['proxy-auth', proxyWantsPassword],
    ['redirected', { kind: 'redirect', to: 'https://elsewhere.example/', status: 302 }],
  ])('(%s) is named, goes by itself, and signs nobody out', async (code, fault) => {
    line().fault(fault, { times: 2 });
    expect(await refresh()).toMatchObject({ stale: true });
    expect(reachability()).toMatchObject({ state: 'unreachable', cause: { code } });
    expect(await isSignedIn(app())).toBe(true);
    await expect.poll(() => reachability()?.state, patience).toBe('online');
    expect(reachability()).not.toHaveProperty('cause');
  });

  it('that changes is named anew', async () => {
    line().fault({ kind: 'html-login' }, { call: 'devices' });
    await refresh();
    await line().down();
    await refresh();
    expect(reachability()).toMatchObject({ state: 'unreachable' });
    expect(reachability()).not.toHaveProperty('cause');
  });
});

describe('a portal that asks for a pause', () => {
  it('in a read gets nothing at all until it is over', async () => {
    line().fault(tooManyRequests('120'), { call: 'commands' });
    const asking = () => app().call('devices.commands', { deviceId: '73541', start: 0 });
    expect((await rejectionOf(asking())).code).toBe('rate-limited');
    const before = line().requests().length;
    expect((await rejectionOf(asking())).code).toBe('rate-limited');
    const order = app().call('devices.lock', { deviceId: '73544' });
    expect((await rejectionOf(order)).code).toBe('rate-limited');
    expect(line().requests()).toHaveLength(before);
  });

  it('at sign-in gets none sooner from whoever tries anew', async () => {
    await app().call('session.signOut', undefined);
    line().fault(tooManyRequests('120'), { call: 'login' });
    const input = { address: line().url, username: 'a', password: 'b', keepSignedIn: false };
    const first = await rejectionOf(app().call('session.signIn', input));
    expect(first).toMatchObject({ code: 'rate-limited', retryAfterMs: 120_000 });
    const again = await rejectionOf(app().call('session.signIn', input));
    expect(again.code).toBe('rate-limited');
    expect(again.retryAfterMs).toBeLessThanOrEqual(120_000);
    expect(
      line()
        .requests()
        .filter(({ call }) => call === 'login'),
    ).toHaveLength(2);
  });
});
