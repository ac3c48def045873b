import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../../support/failures.ts';
import { createFakeKeytar } from '../../../support/fake-keytar.ts';
import { startPortal } from '../../../support/portal.ts';
import { startRawServer } from '../../../support/raw-server.ts';
import { everythingIn, sessionOf, statusOf, prepareSessions } from './session-fixture.ts';
import { patience } from '../../../support/patience.ts';

const { portal, line, open, reopen, credentials } = prepareSessions();

describe('signing in', () => {
  it('keeps the secret in the keychain and nowhere on disk, and the next start is signed in', async () => {
    const app = open();
    const session = await app.call('session.signIn', credentials());
    expect(session).toMatchObject({
      status: 'signed-in',
      secretStore: 'keychain',
      account: { username: portal().username, emailAddress: portal().email },
      portal: { address: line().url, isDemo: false },
    });
    await app.call('devices.list', { refresh: true });
    const [token = ''] = portal().tokens();
    const [entry = ''] = app.keytar.entries.values();
    expect(entry).toContain(token);
    const disk = everythingIn(app.directory);
    expect(disk).not.toContain(token);
    expect(disk).not.toContain(portal().password);

    const again = reopen(app);
    expect(await sessionOf(again)).toMatchObject({
      status: 'restoring',
      portal: { address: line().url },
    });
    await expect.poll(() => statusOf(again), patience).toBe('signed-in');
    expect(await sessionOf(again)).toMatchObject({ secretStore: 'keychain' });
  });

  it('without Keep me signed in leaves nothing behind but the address and the name', async () => {
    const app = open();
    const session = await app.call('session.signIn', credentials({ keepSignedIn: false }));
    expect(session).toMatchObject({ secretStore: 'memory-chosen' });
    expect(app.keytar.entries.size).toBe(0);
    const again = reopen(app);
    expect(await sessionOf(again)).toMatchObject({
      status: 'signed-out',
      because: null,
      lastAddress: line().url,
      lastUsername: portal().username,
    });
  });

  it.each([
    ['none', 'memory-no-keychain'],
    ['locked', 'memory-keychain-locked'],
  ] as const)('works with a keychain that is %s, and says so', async (state, secretStore) => {
    const keytar = Object.assign(createFakeKeytar(), { state });
    const app = open({ keytar });
    expect(await app.call('session.signIn', credentials())).toMatchObject({ secretStore });
    expect(await app.call('devices.list', { refresh: true })).toMatchObject({ stale: false });
    const again = reopen(app);
    expect(await statusOf(again)).toBe('signed-out');
  });

  it('with a wrong password says so, and nobody is signed in', async () => {
    const app = open();
    const wrong = credentials({ password: 'wrong horse' });
    expect(await rejectionOf(app.call('session.signIn', wrong))).toMatchObject({
      code: 'bad-credentials',
    });
    expect(await statusOf(app)).toBe('signed-out');
    expect(app.keytar.entries.size).toBe(0);
  });

  it('too often with a wrong password says how long to wait', async () => {
    const app = open();
    const wrong = credentials({ password: 'wrong horse' });
    const codes: string[] = [];
    for (let i = 0; i < 8; i += 1)
      codes.push((await rejectionOf(app.call('session.signIn', wrong))).code);
    expect(codes[0]).toBe('bad-credentials');
    const locked = await rejectionOf(app.call('session.signIn', credentials()));
    expect(locked.code).toBe('account-locked');
    expect(locked.retryAfterMs).toBeGreaterThan(0);
  });

  it('where the portal wants another way in says which, and sends no password', async () => {
    const app = open();
    const noor = credentials({ username: 'noor.haddad@haldenvoss.example' });
    expect(await rejectionOf(app.call('session.signIn', noor))).toEqual({
      code: 'not-supported',
      reason: 'saml',
    });
    expect(line().count('login')).toBe(0);
  });

  it('at two places at once happens once', async () => {
    const app = open();
    const first = app.call('session.signIn', credentials());
    const second = rejectionOf(app.call('session.signIn', credentials()));
    expect(await second).toEqual({ code: 'busy', reason: 'sign-in' });
    expect(await first).toMatchObject({ status: 'signed-in' });
  });

  it('to something that is no portal is not understood', async () => {
    const page = await startRawServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>It works!</h1>');
    });
    const app = open();
    const error = await rejectionOf(
      app.call('session.signIn', credentials({ address: page.origin })),
    );
    expect(error).toEqual({ code: 'captive-portal' });
    expect(page.requests.some(({ method }) => method === 'POST')).toBe(false);
    await page.close();
  });

  it('asks the portal who it is before it asks for a password', async () => {
    const app = open();
    expect(await app.call('session.probe', { address: `${line().url}/user/login.html` })).toEqual({
      address: line().url,
      tenantName: 'Halden & Voss',
      signIn: 'password',
      pinRequired: false,
      browserHost: null,
    });
  });
});

describe('the demo portal', () => {
  it('is one call away, and its session is not stored', async () => {
    const app = open();
    expect(await app.call('session.tryDemo', undefined)).toMatchObject({
      status: 'signed-in',
      secretStore: 'memory-chosen',
      portal: { isDemo: true },
    });
    const { devices } = await app.call('devices.list', { refresh: true });
    expect(devices.length).toBeGreaterThanOrEqual(8);
    expect(app.keytar.entries.size).toBe(0);
    await app.call('session.signOut', undefined);
    expect(await sessionOf(app)).toMatchObject({ status: 'signed-out', lastAddress: null });
  });

  it('that does not start is told of, and tried again', async () => {
    let tries = 0;
    const app = open({
      startDemoPortal: () => {
        tries += 1;
        return tries === 1
          ? Promise.reject(Object.assign(new Error('bind'), { code: 'ECONNREFUSED' }))
          : startPortal();
      },
    });
    await expect(app.call('session.tryDemo', undefined)).rejects.toThrow('bind');
    expect(await app.call('session.tryDemo', undefined)).toMatchObject({ status: 'signed-in' });
  });
});

describe('signing out', () => {
  it('ends the session at the portal and takes everything of it away', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    await app.call('devices.list', { refresh: true });
    expect(await app.call('session.signOut', undefined)).toMatchObject({
      status: 'signed-out',
      because: null,
    });
    expect(line().count('logout')).toBe(1);
    expect(app.keytar.entries.size).toBe(0);
    expect(everythingIn(app.directory)).not.toContain('iPhone');
    expect(await statusOf(reopen(app))).toBe('signed-out');
  });

  it('with a locked keychain says that the secret is still there, and removes it later', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    app.keytar.state = 'locked';
    await app.call('session.signOut', undefined);
    const { notices } = await app.call('app.snapshot', undefined);
    expect(notices).toMatchObject([{ kind: 'secret-not-removed' }]);
    expect(app.keytar.entries.size).toBe(1);
    expect(line().count('logout')).toBe(1);
    app.keytar.state = 'unlocked';
    const again = reopen(app);
    expect(await statusOf(again)).toBe('signed-out');
    await expect.poll(() => again.keytar.entries.size, patience).toBe(0);
  });

  it('works without the portal', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    await line().down();
    expect(await app.call('session.signOut', undefined)).toMatchObject({ status: 'signed-out' });
    expect(app.keytar.entries.size).toBe(0);
  });
});
