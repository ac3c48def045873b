import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../support/failures.ts';
import { patience } from '../support/patience.ts';
import { isSignedIn, prepareBadDay } from './bad-day.ts';

/* security.md section 6, "Network and portal": a portal that takes its time holds nothing else up. */

const { app, line, refresh } = prepareBadDay();

describe('a portal that does not answer', () => {
  it('to one question answers others meanwhile, and files can be looked into', async () => {
    line().fault({ kind: 'silence' }, { call: 'commands' });
    const asking = app().call('devices.commands', { deviceId: '73541', start: 0 });
    const silent = rejectionOf(asking);
    expect(await refresh()).toMatchObject({ stale: false });
    const bytes = new TextEncoder().encode('not a certificate');
    const { fileId } = await app().call('files.open', { name: 'a.txt', bytes });
    const looked = await app().call('files.inspect', { fileId, password: null, purpose: 'look' });
    expect(looked.opened).toBe(false);
    await app().call('session.signOut', undefined);
    expect((await silent).code).toBe('cancelled');
  });

  it('at sign-in can be given up, and what was typed is not sent again', async () => {
    await app().call('session.signOut', undefined);
    const before = line().count('login');
    line().fault({ kind: 'silence' }, { call: 'login' });
    const input = { address: line().url, username: 'a', password: 'b', keepSignedIn: false };
    const waiting = rejectionOf(app().call('session.signIn', input));
    await expect.poll(() => line().count('login'), patience).toBe(before + 1);
    await app().call('session.cancelSignIn', undefined);
    expect((await waiting).code).toBe('cancelled');
    expect(line().count('login')).toBe(before + 1);
    const again = await rejectionOf(app().call('session.signIn', input));
    expect(again.code).toBe('bad-credentials');
  });

  it('but one byte at a time is read to its end, with the old list on the page until then', async () => {
    line().fault({ kind: 'drip', everyMs: 1 }, { call: 'account' });
    const profile = await app().call('account.get', undefined);
    expect(profile.username).not.toBe('');
    expect(await isSignedIn(app())).toBe(true);
  });
});
