import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../../../preload/contract.ts';
import { alice, startAdminServer } from '../../../../support/admin-v1-server.ts';
import type { AdminServer } from '../../../../support/admin-v1-server.ts';
import { rejectionOf } from '../../../../support/failures.ts';
import { createTestFeatures } from '../../../../support/features.ts';
import type { TestFeatures, TestWishes } from '../../../../support/features.ts';
import { patience } from '../../../../support/patience.ts';
import { sendJson, startRawServer } from '../../../../support/raw-server.ts';

let server: AdminServer;
const apps: TestFeatures[] = [];
const basic = Buffer.from(`${alice.username}:${alice.password}`).toString('base64');

function open(wishes: TestWishes = {}): TestFeatures {
  const app = createTestFeatures(wishes);
  apps.push(app);
  return app;
}
const credentials = (more: Partial<Input<'session.signIn'>> = {}): Input<'session.signIn'> => ({
  address: server.origin,
  ...alice,
  keepSignedIn: true,
  ...more,
});
const statusOf = async (app: TestFeatures): Promise<string> =>
  (await app.call('app.snapshot', undefined)).session.status;

/** Everything that the app has written, logs too. */
function written(directory: string): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

beforeEach(async () => {
  server = await startAdminServer();
});
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
  await server.close();
});

describe('signing in to a site that fronts the vendor’s API', () => {
  it('is found out without a password, and is done with one’s own', async () => {
    const app = open();
    expect(await app.call('session.probe', { address: server.origin })).toEqual({
      address: server.origin,
      signIn: 'password',
      pinRequired: false,
      tenantName: null,
      browserHost: null,
    });
    expect(server.credentials().every((header) => header === undefined)).toBe(true);
    expect(await app.call('session.signIn', credentials())).toMatchObject({
      status: 'signed-in',
      secretStore: 'keychain',
      account: {
        username: alice.username,
        displayName: 'Alice Example',
        emailAddress: alice.username,
      },
    });
    expect(new Set(server.credentials())).toEqual(new Set([undefined, `Basic ${basic}`]));
  });

  it('keeps the credential in the keychain and nowhere else, and the next start is signed in', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    await app.call('devices.list', { refresh: true });
    expect(app.keytar.entries.size).toBe(1);
    const everything = written(app.directory);
    expect(everything).toContain(alice.username);
    for (const secret of [alice.password, 'correct: horse', basic, basic.slice(20)])
      expect(everything).not.toContain(secret);
    const again = open({ directory: app.directory, keytar: app.keytar });
    again.features.start();
    await expect.poll(() => statusOf(again), patience).toBe('signed-in');
    const { devices } = await again.call('devices.list', { refresh: true });
    expect(devices.map(({ id }) => id)).toEqual(['123', '124']);
    await again.call('session.signOut', undefined);
    expect(app.keytar.entries.size).toBe(0);
  });

  it('without Keep me signed in puts nothing into the keychain', async () => {
    const app = open();
    expect(await app.call('session.signIn', credentials({ keepSignedIn: false }))).toMatchObject({
      secretStore: 'memory-chosen',
    });
    expect(app.keytar.entries.size).toBe(0);
  });

  it('with a wrong password says so', async () => {
    const app = open();
    expect(
      await rejectionOf(app.call('session.signIn', credentials({ password: 'wrong' }))),
    ).toEqual({ code: 'bad-credentials' });
  });

  it('with a name that is no e-mail address marks the field and sends nothing', async () => {
    const app = open();
    const username = 'alice@acme.example or emailAddress=bob@acme.example';
    expect(await rejectionOf(app.call('session.signIn', credentials({ username })))).toEqual({
      code: 'invalid-input',
      field: 'username',
      reason: 'not-an-email-address',
    });
    expect(server.credentials().every((header) => header === undefined)).toBe(true);
  });

  it('at a suspended tenant says that it is suspended', async () => {
    server.world.isSuspended = true;
    const app = open();
    expect(await rejectionOf(app.call('session.signIn', credentials()))).toEqual({
      code: 'tenant-suspended',
    });
  });

  it('without the permission to see accounts goes by the user name', async () => {
    server.world.hidesAccounts = true;
    const app = open();
    expect(await app.call('session.signIn', credentials())).toMatchObject({
      account: { displayName: alice.username, emailAddress: alice.username },
    });
  });
});

describe('somebody who is signed in', () => {
  it('and whose password has changed is asked for it, and the old one is forgotten', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    server.world.passwords.set(alice.username, 'new');
    expect(await rejectionOf(app.call('devices.list', { refresh: true }))).toEqual({
      code: 'signed-out',
    });
    expect(await statusOf(app)).toBe('signed-out');
    await expect.poll(() => app.keytar.entries.size, patience).toBe(0);
  });

  it('is told that there are no certificates here, with the reason', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    expect(await rejectionOf(app.call('certificates.list', { refresh: true }))).toEqual({
      code: 'not-supported',
      reason: 'certificates',
    });
  });
});

describe('a server that is no portal', () => {
  it.each([
    ['has nothing at all', 404, {}],
    ['lets everybody in', 200, { errors: null, result: { defaultDmPartitionId: 1 } }],
    ['refuses in words of its own', 401, { message: 'Unauthorized' }],
    ['refuses with half an envelope', 401, { errors: { globalErrors: [] }, result: null }],
  ])('because it %s is not given a password', async (_what, status, body) => {
    const other = await startRawServer((request, response) => {
      const isTenant = request.url === '/api/v1/metadata/tenant';
      response.writeHead(isTenant ? status : 404, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(isTenant ? body : {}));
    });
    const app = open();
    const failed = rejectionOf(app.call('session.signIn', credentials({ address: other.origin })));
    expect(await failed).toEqual({ code: 'not-found' });
    expect(other.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/ssp/login/options?username=alice%40acme.example',
      'GET /api/v1/metadata/tenant',
    ]);
    expect(other.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    await other.close();
  });

  it('but speaks Latchkey’s own contract is never asked for the vendor’s', async () => {
    const own = await startRawServer((_request, response) =>
      sendJson(response, { authType: 'PASSWORD', pinRequired: false, branding: null }),
    );
    await open().call('session.probe', { address: own.origin });
    expect(own.requests.map(({ path }) => path)).toEqual(['/api/v1/ssp/login/options?username=']);
    await own.close();
  });
});
