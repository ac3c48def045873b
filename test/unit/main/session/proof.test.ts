import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../../support/failures.ts';
import { patience } from '../../../support/patience.ts';
import { prepareSessions, statusOf } from './session-fixture.ts';

const { portal, line, open, reopen, credentials } = prepareSessions();
const pixel = { deviceId: '73545' };

describe('the proof of the password', () => {
  it('of a session that was taken from the keychain is asked of the portal', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    expect(line().count('session')).toBe(0);
    const again = reopen(app);
    await expect.poll(() => statusOf(again), patience).toBe('signed-in');
    await again.call('devices.unlock', pixel);
    expect(line().count('session')).toBeGreaterThan(0);
    expect(line().count('unlock')).toBe(1);
  });

  it('is not believed in where the portal does not tell of it', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    const again = reopen(app);
    const silent = { errors: null, result: { inactivityTimeoutMinutes: 15 } };
    line().fault({ kind: 'answer', status: 200, body: silent }, { call: 'session', times: 9 });
    await expect.poll(() => statusOf(again), patience).toBe('signed-in');
    expect((await rejectionOf(again.call('devices.unlock', pixel))).code).toBe('reauth-required');
    await again.call('session.reauth', { password: portal().password });
    await again.call('devices.unlock', pixel);
  });

  it('is given once at a time', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    const { password } = portal();
    const all = await Promise.allSettled(
      [1, 2, 3].map(() => app.call('session.reauth', { password })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(line().count('reauthenticate')).toBe(1);
  });

  it.each([8.64e15, -8.64e15, 'soon', null])(
    'that the portal says lasts until %j is one all the same',
    async (reauthUntil) => {
      const app = open();
      await app.call('session.signIn', credentials());
      const body = { errors: null, result: { reauthUntil } };
      line().fault({ kind: 'answer', status: 200, body }, { call: 'reauthenticate' });
      const { provedUntil } = await app.call('session.reauth', { password: 'any' });
      expect(provedUntil).toBeGreaterThan(Date.now() - 60_000);
      expect(provedUntil).toBeLessThan(Date.now() + 86_460_000);
    },
  );

  it('is nobody’s without a session', async () => {
    const app = open();
    expect(await rejectionOf(app.call('session.reauth', { password: 'x' }))).toEqual({
      code: 'signed-out',
    });
  });
});
