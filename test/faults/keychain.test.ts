import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startSwitchboard } from '../portal/switchboard.ts';
import type { Switchboard } from '../portal/switchboard.ts';
import { createFakeKeytar } from '../support/fake-keytar.ts';
import { createTestFeatures } from '../support/features.ts';
import type { TestFeatures } from '../support/features.ts';
import { patience } from '../support/patience.ts';
import { startPortal } from '../support/portal.ts';
import type { TestPortal } from '../support/portal.ts';

/*
 * security.md section 6, "Keychain", the rows that test/unit/main/session does not have: the states of a real
 * gnome-keyring are in test/unit/main/keychain-on-linux.test.ts.
 */

const apps: TestFeatures[] = [];
let portal: TestPortal | undefined;
let line: Switchboard | undefined;
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
  await line?.close();
  await portal?.close();
});

/** An app that has stored a session, closed and about to be started again with the same keychain. */
async function stored() {
  portal = await startPortal();
  line = await startSwitchboard({ portal: portal.url });
  const app = createTestFeatures();
  apps.push(app);
  const { username, password } = portal;
  await app.call('session.signIn', { address: line.url, username, password, keepSignedIn: true });
  return app;
}

const statusOf = async (app: TestFeatures): Promise<string> =>
  (await app.call('app.snapshot', undefined)).session.status;

describe('a prompt of the keychain that is left open', () => {
  it('is waited for, then skipped; the rest of the app works, and no sign-in is lost', async () => {
    const before = await stored();
    let answer: () => void = () => undefined;
    const prompt = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const keytar = createFakeKeytar();
    const entries = before.keytar.entries;
    const app = createTestFeatures({
      directory: before.directory,
      loadKeytar: () => ({
        ...keytar,
        getPassword: async (_service, account) => {
          await prompt;
          return entries.get(account) ?? null;
        },
      }),
    });
    apps.push(app);
    app.features.start();
    const { session } = await app.call('app.snapshot', undefined);
    expect(session).toMatchObject({ status: 'restoring', step: 'keychain' });

    // Meanwhile: files can be read, and a file can be looked into.
    expect((await readFile(new URL(import.meta.url))).length).toBeGreaterThan(0);
    const bytes = new TextEncoder().encode('not a certificate');
    const { fileId } = await app.call('files.open', { name: 'a.txt', bytes });
    const looked = await app.call('files.inspect', { fileId, password: null, purpose: 'look' });
    expect(looked.opened).toBe(false);

    await expect.poll(() => statusOf(app), patience).toBe('keychain-locked');
    answer();
    await expect
      .poll(async () => (await app.call('session.unlockKeychain', undefined)).status, patience)
      .toBe('signed-in');
  });
});

describe('a keychain that nobody wants to wait for', () => {
  it('can be left alone: one signs in with the password, and what it holds stays there', async () => {
    const before = await stored();
    const prompt = Promise.withResolvers<null>();
    const keytar = createFakeKeytar();
    const app = createTestFeatures({
      directory: before.directory,
      loadKeytar: () => ({ ...keytar, getPassword: () => prompt.promise }),
    });
    apps.push(app);
    app.features.start();
    expect(await statusOf(app)).toBe('restoring');
    expect(await app.call('session.continueWithout', undefined)).toMatchObject({
      status: 'signed-out',
      because: null,
      lastUsername: portal?.username,
    });
    prompt.resolve(null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await statusOf(app)).toBe('signed-out');
    expect(line?.count('logout')).toBe(0);
    // The next start finds it.
    const again = createTestFeatures({ directory: before.directory, keytar: before.keytar });
    apps.push(again);
    again.features.start();
    await expect.poll(() => statusOf(again), patience).toBe('signed-in');
  });

  it('because it is locked can be left alone too', async () => {
    const before = await stored();
    before.keytar.state = 'locked';
    const app = createTestFeatures({ directory: before.directory, keytar: before.keytar });
    apps.push(app);
    app.features.start();
    await expect.poll(() => statusOf(app), patience).toBe('keychain-locked');
    await app.call('session.continueWithout', undefined);
    expect(await statusOf(app)).toBe('signed-out');
    expect(before.keytar.entries.size).toBe(1);
    // Who is signed in is not signed out by it.
    before.keytar.state = 'unlocked';
    const again = createTestFeatures({ directory: before.directory, keytar: before.keytar });
    apps.push(again);
    again.features.start();
    await expect.poll(() => statusOf(again), patience).toBe('signed-in');
    await again.call('session.continueWithout', undefined);
    expect(await statusOf(again)).toBe('signed-in');
  });
});

describe('a keychain that went away', () => {
  it('is no sign-out either: what it holds may come back', async () => {
    const before = await stored();
    before.keytar.state = 'none';
    const app = createTestFeatures({ directory: before.directory, keytar: before.keytar });
    apps.push(app);
    app.features.start();
    await expect.poll(() => statusOf(app), patience).toBe('keychain-locked');
    before.keytar.state = 'unlocked';
    await app.call('session.unlockKeychain', undefined);
    expect(await statusOf(app)).toBe('signed-in');
  });

  it('does not keep anybody from signing in again with the password', async () => {
    const before = await stored();
    before.keytar.state = 'locked';
    const app = createTestFeatures({ directory: before.directory, keytar: before.keytar });
    apps.push(app);
    app.features.start();
    await expect.poll(() => statusOf(app), patience).toBe('keychain-locked');
    const { username = '', password = '' } = portal ?? {};
    const session = await app.call('session.signIn', {
      address: line?.url ?? '',
      username,
      password,
      keepSignedIn: true,
    });
    expect(session).toMatchObject({ status: 'signed-in', secretStore: 'memory-keychain-locked' });
    expect(before.keytar.entries.size).toBe(1);
  });
});

describe('a tenant that is suspended', () => {
  it('is said to be, and nobody loses their sign-in over it', async () => {
    const before = await stored();
    portal?.suspendTenant(true);
    const app = createTestFeatures({ directory: before.directory, keytar: before.keytar });
    apps.push(app);
    app.features.start();
    await expect.poll(() => statusOf(app), patience).toBe('signed-in');
    await expect(app.call('devices.list', { refresh: true })).rejects.toMatchObject({
      error: { code: 'tenant-suspended' },
    });
    expect(before.keytar.entries.size).toBe(1);
    portal?.suspendTenant(false);
    expect(await app.call('devices.list', { refresh: true })).toMatchObject({ stale: false });
  });
});
