import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { root } from '../run/steps.ts';
import { launchApp } from '../support/app.ts';
import { expect, test } from '../support/story.ts';

/** Every process whose arguments name the profile: the app's own, its helpers' and its window's. */
async function processesOf(profile: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/u.test(entry) || Number(entry) === process.pid) continue;
    const line = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    const environment = await readFile(`/proc/${entry}/environ`, 'utf8').catch(() => '');
    if (line.includes(profile) || environment.includes(profile)) found.push(line);
  }
  return found;
}

test('one click on a fresh machine shows devices that answer', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Try the demo portal' }).click();
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  await expect(page.getByRole('status').getByText('Demo portal')).toBeVisible();
  await page.getByRole('option', { name: 'Ines’s MacBook Pro' }).click();
  await page.getByRole('button', { name: 'Force Check-in' }).click();
  const timeline = page.getByRole('region', { name: 'Force Check-in' });
  await expect(timeline.getByText('Requested', { exact: true })).toBeVisible();
  await expect(timeline.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });
});

test('a killed app leaves no process behind', async ({ profile }) => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const app = await launchApp({ profile });
  await app.page.getByRole('button', { name: 'Try the demo portal' }).click();
  await expect(app.page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  expect((await processesOf(profile)).length).toBeGreaterThan(1);
  app.electron.process().kill('SIGKILL');
  await expect.poll(() => processesOf(profile), { timeout: 10_000 }).toEqual([]);
});

test('a second start brings the first window forward and ends', async ({ app, profile }) => {
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const { ELECTRON_OVERRIDE_DIST_PATH: standIn } = process.env;
  const second = spawn(`${root}/node_modules/.bin/electron`, [root, `--user-data-dir=${profile}`], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: profile,
      ...(standIn === undefined ? {} : { ELECTRON_OVERRIDE_DIST_PATH: standIn }),
    },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => {
    second.once('exit', resolve);
  });
  expect(code).toBe(0);
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      ),
    )
    .toEqual([false]);
});
