import { _electron, test as base, expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectronRuntime } from '../run/electron-runtime.ts';

/** Whether this run is on the stand-in; what it is known to do otherwise is skipped, with the reason. */
export const isStandin = findElectronRuntime().kind === 'stand-in';

/** The folder of the sample app. */
export const sampleApp = join(import.meta.dirname, 'app');

/** A running sample app. `profile` is its user data folder. */
export type Sample = { electron: ElectronApplication; page: Page; profile: string };

function ownEnvironment(): Record<string, string> {
  const known = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(known);
}

/** Starts the sample app with a profile of its own and waits for its first page. */
export async function launchSample(env: Record<string, string> = {}): Promise<Sample> {
  const profile = await mkdtemp(join(tmpdir(), 'contract-'));
  const electron = await _electron.launch({
    args: [sampleApp, `--user-data-dir=${profile}`],
    colorScheme: null,
    env: { ...ownEnvironment(), ...env },
  });
  const page = await electron.firstWindow();
  await page.waitForSelector('h1');
  return { electron, page, profile };
}

/** Ends the sample app and removes its profile. */
export async function endSample({ electron, profile }: Sample): Promise<void> {
  await electron.close();
  await rm(profile, { recursive: true, force: true });
}

/** What the main process has noted since the test began. */
export function logOf({ electron }: Sample): Promise<[string, ...unknown[]][]> {
  return electron.evaluate(() => globalThis.contract.log);
}

/** Lets the main process prevent the events of these names until the test has ended. */
export async function prevent({ electron }: Sample, ...names: string[]): Promise<void> {
  await electron.evaluate((_electronModule, list) => {
    for (const name of list) globalThis.contract.prevented.add(name);
  }, names);
}

/** One app for all tests of a worker; each test begins on a fresh first page with an empty log. */
export const test = base.extend<{ sample: Sample }, { shared: Sample }>({
  shared: [
    async ({}, use) => {
      const sample = await launchSample();
      await use(sample);
      await endSample(sample);
    },
    { scope: 'worker' },
  ],
  sample: async ({ shared }, use, { testId }) => {
    await shared.electron.evaluate(async ({ BrowserWindow }, id) => {
      const [first, ...others] = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id);
      for (const other of others) other.destroy();
      globalThis.contract.prevented.clear();
      await first?.loadURL('app://contract/index.html');
      await first?.webContents.executeJavaScript(`document.documentElement.id = 't${id}'`);
      globalThis.contract.log.length = 0;
    }, testId);
    // Playwright may learn of the new page later than the app
    await shared.page.waitForSelector(`#t${testId}`);
    await use(shared);
  },
});
export { expect };
