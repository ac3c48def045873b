import { test as base, expect } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from './app.ts';
import type { RunningApp } from './app.ts';

/** One app for all tests of a file, for tests that leave it as they found it. */
export const test = base.extend<object, { app: RunningApp }>({
  app: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'latchkey-shared-'));
      const app = await launchApp({ profile: join(folder, 'profile') });
      await use(app);
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
export { expect };
