import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findElectronRuntime } from '../run/electron-runtime.ts';
import { root } from '../run/steps.ts';
import { launchApp } from '../support/app.ts';
import { makeP12 } from '../support/p12.ts';
import { signIn, type } from '../support/steps.ts';
import { expect, test } from '../support/story.ts';

const email = 'ines.declercq@haldenvoss.example';
const asksForPassword = (page: Page, name: string) =>
  page.getByRole('heading', { name: `${name} asks for its password` });

/** A second start of the app on the same profile, with these words; resolves when it has handed them over and ended. */
function startAgain(profile: string, ...words: string[]): Promise<number | null> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [root, `--user-data-dir=${profile}`, ...sandbox, ...words];
  const child = spawn(findElectronRuntime().executable, args, {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile },
  });
  return new Promise((resolve) => {
    child.once('exit', resolve);
  });
}

test('a file from the command line is shown in Inspect, the others are listed, and a missing one says so', async ({
  folder,
  profile,
}) => {
  const p12 = await makeP12({ folder, password: 'heron-Quay-71', email });
  const second = join(folder, 'second.pem');
  await writeFile(second, 'nothing much');
  const app = await launchApp({ profile, args: [p12.path, second] });
  const { page } = app;
  await expect(asksForPassword(page, p12.name)).toBeVisible();
  await type(page, 'Password', p12.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Ines Declercq' })).toBeVisible();

  await rm(second);
  await page.getByRole('button', { name: 'Close the file' }).click();
  const recent = page.getByRole('region', { name: 'Recent files' });
  await expect(recent.getByRole('listitem')).toHaveCount(2);
  await expect(recent.getByRole('listitem').nth(1)).toContainText('no longer there');
  await recent.getByRole('button', { name: 'second.pem' }).click();
  await expect(
    page.getByText('There is nothing at its place any more', { exact: false }),
  ).toBeVisible();
  // Nothing of the page knows where the files are.
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(folder);
  expect(app.complaints).toEqual([]);
  await app.close();

  const next = await launchApp({ profile });
  await next.page.getByRole('button', { name: 'Inspect a certificate file' }).click();
  const list = next.page.getByRole('region', { name: 'Recent files' });
  await list.getByRole('button', { name: p12.name }).click();
  // No password was remembered with it.
  await expect(asksForPassword(next.page, p12.name)).toBeVisible();
  await next.close();
});

test('a second start hands its file over; a person who is signed in stays so', async ({
  launch,
  folder,
  profile,
  portal,
}) => {
  const app = await launch();
  const { page } = app;
  await signIn(page, portal);
  const p12 = await makeP12({
    folder,
    password: 'otter-Bank-38',
    email,
    fileName: 'from-mail.p12',
  });
  expect(await startAgain(profile, '--inspect', p12.path)).toBe(0);
  await expect(asksForPassword(page, 'from-mail.p12')).toBeVisible();
  await expect(page.getByRole('link', { name: 'My Devices' })).toBeVisible();
  // What macOS sends for each file that is double-clicked.
  const other = await makeP12({
    folder,
    password: 'otter-Bank-39',
    email,
    fileName: 'clicked.p12',
  });
  await app.electron.evaluate(({ app: electronApp }, path) => {
    electronApp.emit('open-file', { preventDefault: () => undefined }, path);
  }, other.path);
  await expect(asksForPassword(page, 'clicked.p12')).toBeVisible();
});

test('a folder, a missing file and one that is too large are refused in words', async ({
  launch,
  folder,
  profile,
}) => {
  const { page } = await launch();
  for (const [path, words] of [
    [folder, 'It is a folder.'],
    [join(folder, 'gone.p12'), 'nothing at its place'],
    ['/dev/null', 'not a file but a part of the system'],
  ] as const) {
    await startAgain(profile, path);
    await expect(page.getByText(words, { exact: false })).toBeVisible();
  }
});

test('recent files can be forgotten, and no longer remembered', async ({
  launch,
  folder,
  profile,
}) => {
  const { page } = await launch();
  await writeFile(join(folder, 'note.pem'), 'x');
  await startAgain(profile, join(folder, 'note.pem'));
  await page.getByRole('button', { name: 'Close the file' }).click();
  const recent = page.getByRole('region', { name: 'Recent files' });
  await expect(recent.getByRole('listitem')).toHaveCount(1);
  await recent.getByRole('button', { name: 'Clear the list' }).click();
  await expect(recent.getByRole('listitem')).toHaveCount(0);
  await recent.getByRole('checkbox').uncheck({ force: true });
  await startAgain(profile, join(folder, 'note.pem'));
  await page.getByRole('button', { name: 'Close the file' }).click();
  await expect(recent.getByRole('checkbox')).not.toBeChecked();
  await expect(recent.getByRole('listitem')).toHaveCount(0);
});
