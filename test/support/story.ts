import { test as base, expect } from '@playwright/test';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findSecretsLeft, findSecretsWhileRunning } from './app-secrets.ts';
import { launchApp } from './app.ts';
import type { RunningApp } from './app.ts';
import { ownFolder } from './own-folder.ts';
import { secretsOf, startPortal } from './portal.ts';
import type { TestPortal } from './portal.ts';
import type { Secret } from './secrets.ts';

type Fixtures = {
  /** A folder of the test's own: profile, made files. Gone afterwards. */
  folder: string;
  profile: string;
  /** Secrets that the test has planted beside the portal's; a file's password above all. */
  secrets: Secret[];
  /** A demo portal whose password and session tokens are planted secrets. */
  portal: TestPortal;
  /** Starts the app on the test's profile; with the same profile a second time, it is the next start. */
  launch: (env?: Record<string, string>) => Promise<RunningApp>;
  app: RunningApp;
};

/**
 * Not the app's: the inspector runs what a test evaluates in the middle of whatever function is running, and when that
 * is Node's `onStreamRead` and a connection is given up meanwhile, Node takes a number of bytes for that of an error.
 */
const inspectorsOwn =
  /RangeError ERR_OUT_OF_RANGE < at Object\.getSystemErrorName .* < at TCP\.onStreamRead /u;

/** Lines of the log about exceptions that nobody caught and rejections that nobody handled (main/index.ts). */
async function escapesIn(profile: string): Promise<string[]> {
  const folder = join(profile, 'logs');
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => /uncaught exception|unhandled rejection/u.test(line))
    .filter((line) => !inspectorsOwn.test(line));
}

/**
 * A story of a person with the real app. Whenever an app of it closes, its page's heap, its output, its log, its
 * profile, and the arguments and environment of its processes are searched for every planted secret: password,
 * token, PKCS#12 password.
 */
export const test = base.extend<Fixtures>({
  folder: ownFolder,
  profile: async ({ folder }, use) => use(join(folder, 'profile')),
  secrets: async ({}, use) => use([]),
  portal: async ({}, use) => {
    const portal = await startPortal();
    await use(portal);
    await portal.close();
  },
  launch: async ({ profile, secrets, portal }, use) => {
    const running = new Set<RunningApp>();
    const all = (): Secret[] => [...secrets, ...secretsOf(portal)];
    const close = async (app: RunningApp): Promise<void> => {
      if (!running.delete(app)) return;
      const search = { profile, secrets: all(), inHeap: true };
      const found = await findSecretsWhileRunning(app, search);
      await app.electron.close();
      found.push(...(await findSecretsLeft(app, profile, all())));
      expect(found, 'secrets left behind').toEqual([]);
      expect(app.complaints, 'console errors of the page').toEqual([]);
      expect(await escapesIn(profile), 'what escaped in the main process').toEqual([]);
    };
    await use(async (env = {}) => {
      const app = await launchApp({ profile, env });
      running.add(app);
      return { ...app, close: () => close(app) };
    });
    for (const app of running) await close(app);
  },
  app: async ({ launch }, use) => use(await launch()),
});
export { expect };
