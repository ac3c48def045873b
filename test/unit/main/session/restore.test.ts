import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sessionExpired } from '../../../portal/faults.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { startRawServer } from '../../../support/raw-server.ts';
import { sessionOf, statusOf, prepareSessions } from './session-fixture.ts';
import { patience } from '../../../support/patience.ts';

const { portal, line, open, reopen, credentials } = prepareSessions();

describe('the next start', () => {
  it('behind a locked keychain is not signed out, and goes on once it is unlocked', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    app.keytar.state = 'locked';
    const again = reopen(app);
    await expect.poll(() => statusOf(again), patience).toBe('keychain-locked');
    expect(await rejectionOf(again.call('devices.list', { refresh: true }))).toEqual({
      code: 'keychain-locked',
    });
    expect(await again.call('session.unlockKeychain', undefined)).toMatchObject({
      status: 'keychain-locked',
    });
    again.keytar.state = 'unlocked';
    expect(await again.call('session.unlockKeychain', undefined)).toMatchObject({
      status: 'signed-in',
    });
  });

  it('with the portal out of reach shows what was last known, with its age', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    const fresh = await app.call('devices.list', { refresh: true });
    await app.call('certificates.list', { refresh: true });
    await app.features.close();
    await line().down();
    const again = reopen(app);
    await expect.poll(() => statusOf(again), patience).toBe('signed-in');
    const old = await again.call('devices.list', { refresh: true });
    expect(old).toEqual({ ...fresh, stale: true });
    expect(await again.call('certificates.list', { refresh: true })).toMatchObject({ stale: true });
    expect((await again.call('app.snapshot', undefined)).reachability.state).toBe('unreachable');

    // It comes back: the banner goes by itself and the list is fetched once.
    await line().up();
    await expect
      .poll(() => again.told.of('reachability.changed').at(-1)?.state, patience)
      .toBe('online');
    await expect.poll(() => again.told.of('devices.changed').at(-1)?.stale, patience).toBe(false);
  });

  it('after the session has ended asks for the password, and forgets the secret', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    line().fault(sessionExpired, { call: 'account' });
    const again = reopen(app);
    await expect.poll(() => statusOf(again), patience).toBe('signed-out');
    expect(await sessionOf(again)).toMatchObject({
      because: 'expired',
      lastUsername: portal().username,
    });
    expect(again.keytar.entries.size).toBe(0);
  });

  it('with something else in its place in the keychain asks for the password, once', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    for (const name of app.keytar.entries.keys()) app.keytar.entries.set(name, 'not ours');
    const again = reopen(app);
    await expect.poll(() => statusOf(again), patience).toBe('signed-out');
    expect(await again.call('session.signIn', credentials())).toMatchObject({
      secretStore: 'keychain',
    });
  });

  it('does not give the token to a portal that somebody wrote into the settings', async () => {
    const evil = await startRawServer((_request, response) => response.end());
    const app = open();
    await app.call('session.signIn', credentials());
    const path = join(app.directory, 'settings.json');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(line().url, evil.origin));
    const again = reopen(app);
    await expect.poll(() => statusOf(again), patience).toBe('keychain-locked');
    expect(evil.requests).toEqual([]);
    await evil.close();
  });
});

describe('a session that the portal ends', () => {
  it('ends once, however many calls were under way, and nothing is sent later', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    line().fault(sessionExpired, { times: 100 });
    const told = app.told.of('session.changed').length;
    const all = await Promise.allSettled([
      app.call('devices.list', { refresh: true }),
      app.call('certificates.list', { refresh: true }),
      app.call('devices.commands', { deviceId: '73541', start: 0 }),
      app.call('devices.forceCheckIn', { deviceIds: ['73541'] }),
    ]);
    expect(all.every(({ status }) => status === 'rejected')).toBe(true);
    expect(app.told.of('session.changed').slice(told)).toMatchObject([
      { status: 'signed-out', because: 'expired' },
    ]);
    expect(await rejectionOf(app.call('devices.list', { refresh: true }))).toEqual({
      code: 'signed-out',
    });
    expect(
      portal()
        .requests()
        .some((request) => request.endsWith('/forceCheckin')),
    ).toBe(false);
  });
});
