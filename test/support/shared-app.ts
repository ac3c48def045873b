import { test as base, expect } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSecretsLeft, findSecretsWhileRunning } from './app-secrets.ts';
import { launchApp } from './app.ts';
import type { RunningApp } from './app.ts';
import { ownFolder } from './own-folder.ts';
import { secretsOf, startPortal } from './portal.ts';
import type { TestPortal } from './portal.ts';
import type { Secret } from './secrets.ts';

type SharedApp = RunningApp & {
  profile: string;
  /** The secrets of all tests so far. */
  planted: Secret[];
};

type Fixtures = {
  /** A folder of the test's own, gone afterwards. */
  folder: string;
  /** Secrets that the test has planted beside the portal's. */
  secrets: Secret[];
  /** A demo portal of the test's own, whose password and session tokens are planted secrets. */
  portal: TestPortal;
};

/** A snapshot of the heap takes longer than most of these tests: one for each of them only in `npm run test:long`. */
const isLong = process.env['LATCHKEY_LONG'] === '1';

/**
 * One app for all tests of a file, for tests that leave it as they found it. What it has printed and written, and its
 * processes, are searched for secrets after each of them; its page's heap when it closes, for those of all.
 */
export const test = base.extend<Fixtures, { app: SharedApp }>({
  app: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'latchkey-shared-'));
      const profile = join(folder, 'profile');
      const app: SharedApp = { ...(await launchApp({ profile })), profile, planted: [] };
      await use(app);
      const search = { profile, secrets: app.planted, inHeap: true };
      const found = await findSecretsWhileRunning(app, search);
      await app.close();
      found.push(...(await findSecretsLeft(app, profile, app.planted)));
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      expect(found, 'secrets left behind').toEqual([]);
    },
    { scope: 'worker' },
  ],
  folder: ownFolder,
  secrets: [
    async ({ app }, use) => {
      const secrets: Secret[] = [];
      await use(secrets);
      const { profile } = app;
      const found = await findSecretsWhileRunning(app, { profile, secrets, inHeap: isLong });
      found.push(...(await findSecretsLeft(app, profile, secrets)));
      app.planted.push(...secrets);
      expect(found, 'secrets left behind').toEqual([]);
    },
    { auto: true },
  ],
  portal: async ({ app, secrets }, use) => {
    const portal = await startPortal();
    await use(portal);
    secrets.push(...secretsOf(portal));
    await portal.close();
    expect(app.complaints.splice(0), 'console errors of the page').toEqual([]);
  },
});
export { expect };
