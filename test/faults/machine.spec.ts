import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSwitchboard } from '../portal/switchboard.ts';
import { root } from '../run/steps.ts';
import { makeP12 } from '../support/p12.ts';
import { changePower } from '../support/power.ts';
import { signIn } from '../support/steps.ts';
import { expect, test } from '../support/story.ts';

/* security.md section 6, "Files and machine", with the real app. */

test('damaged settings are kept aside and told of once; a second start hands its file to the first window', async ({
  folder,
  profile,
  launch,
  portal,
}) => {
  await mkdir(profile, { recursive: true });
  await writeFile(join(profile, 'settings.json'), '{"version":1,"preferen');
  const { page } = await launch();
  const kept = (await readdir(profile)).filter((name) => name.startsWith('settings.damaged-'));
  expect(kept).toHaveLength(1);
  expect(await readFile(join(profile, kept[0] ?? ''), 'utf8')).toBe('{"version":1,"preferen');

  const { path } = await makeP12({ folder, password: 'heron-Lake-62', email: portal.email });
  const { ELECTRON_OVERRIDE_DIST_PATH: standIn } = process.env;
  const second = spawn(
    `${root}/node_modules/.bin/electron`,
    [root, `--user-data-dir=${profile}`, path],
    {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: profile,
        ...(standIn === undefined ? {} : { ELECTRON_OVERRIDE_DIST_PATH: standIn }),
      },
      stdio: 'ignore',
    },
  );
  const code = await new Promise((resolve) => {
    second.once('exit', resolve);
  });
  expect(code).toBe(0);
  await expect(page.getByRole('heading', { name: /asks for its password/u })).toBeVisible();
  await expect(page.getByRole('status').getByText(/settings\.damaged-\S+\.json/u)).toBeVisible();
  // Two writers would have left a mark of a run without an end, and a second start in the log.
  const log = await readFile(join(profile, 'logs', 'main.log'), 'utf8');
  expect(log.match(/ info start /gu)).toHaveLength(1);
});

test('a computer that sleeps and wakes without a network signs nobody out, and finds its way back by itself', async ({
  app,
  portal,
}) => {
  const { page, electron } = app;
  const line = await startSwitchboard({ portal: portal.url });
  await signIn(page, { ...portal, url: line.url });
  const wake = (): Promise<void> => changePower(electron, { says: ['suspend', 'resume'] });
  const unreachable = page.getByRole('status').getByText('Portal not reachable');
  const before = line.count('devices');
  await wake();
  await expect.poll(() => line.count('devices')).toBeGreaterThan(before);
  await line.down();
  await wake();
  await expect(unreachable).toBeVisible();
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  await line.up();
  await expect(unreachable).toHaveCount(0, {
    timeout: 30_000,
  });
  await expect(page.getByRole('option', { name: 'Pixel 10' })).toBeVisible();
  await line.close();
});
