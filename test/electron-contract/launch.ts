import { _electron, test as base, expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectronRuntime } from '../run/electron-runtime.ts';

/** Whether this run is on the stand-in; what it is known to do otherwise is skipped, with the reason. */
export const isStandin = findElectronRuntime().kind === 'stand-in';

/** What a bundler does to the one import of a preload. */
function toCommonJs(script: string): string {
  return script.replace(/^import (\{[^}]+\}) from 'electron';/m, "const $1 = require('electron');");
}

/**
 * Makes the sample app ready to run in `folder`: its sources without their types, since Electron runs JavaScript
 * only, and the preload as CommonJS.
 */
async function buildSample(folder: string): Promise<string> {
  const source = join(import.meta.dirname, 'app');
  await cp(source, folder, { recursive: true });
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    const typed = await readFile(join(folder, name), 'utf8');
    const isPreload = name === 'preload.ts';
    const script = stripTypeScriptTypes(isPreload ? toCommonJs(typed) : typed);
    const target = isPreload ? 'preload.cjs' : name.replace(/ts$/, 'js');
    await writeFile(join(folder, target), script);
  }
  return folder;
}

/** A running sample app: `profile` is its user data folder, `folder` the app itself. */
export type Sample = {
  electron: ElectronApplication;
  page: Page;
  profile: string;
  folder: string;
};

function ownEnvironment(): Record<string, string> {
  const known = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(known);
}

/** Starts the sample app with a profile of its own and waits for its first page. */
export async function launchSample(env: Record<string, string> = {}): Promise<Sample> {
  const profile = await mkdtemp(join(tmpdir(), 'contract-'));
  const folder = await buildSample(join(profile, 'app'));
  const electron = await _electron.launch({
    args: [folder, `--user-data-dir=${profile}`],
    colorScheme: null,
    env: { ...ownEnvironment(), ...env },
  });
  const page = await electron.firstWindow();
  await page.waitForSelector('h1');
  return { electron, page, profile, folder };
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
