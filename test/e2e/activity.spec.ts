import type { ElectronApplication, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '../support/csv.ts';
import {
  clickNotification,
  isInFront,
  lookElsewhere,
  titlesOf,
  watchNotifications,
} from '../support/notifications.ts';
import { expect, test } from '../support/story.ts';
import { signIn, trySignIn } from '../support/steps.ts';

/** Longer than what ends at about the same time is gathered for, in ms. */
const gathering = 2500;

async function order(page: Page, device: string, action: string): Promise<void> {
  await page.getByRole('link', { name: 'My Devices' }).click();
  await page.getByRole('option', { name: device }).click();
  const detail = page.getByRole('article', { name: device });
  await detail.getByRole('button', { name: action, exact: true }).click();
}

/** What the desktop was told of check-ins; reminders of certificates are another story. */
const told = async (electron: ElectronApplication): Promise<string[]> =>
  (await titlesOf(electron)).filter((title) => title.includes('check'));

const openActivity = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Activity' }).click();

test('what a person did is in Activity with how it ended, goes into a CSV file, and is for their eyes only', async ({
  app,
  folder,
  portal,
}) => {
  const { page, electron } = app;
  await signIn(page, portal);
  await order(page, 'Pixel 10', 'Lock');
  await page.getByRole('dialog').getByRole('button', { name: 'Lock Pixel 10' }).click();
  await openActivity(page);
  const today = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Today' }) });
  const entries = today.getByRole('listitem');
  await expect(entries.first()).toContainText('Waiting for the device');
  await expect(entries.first()).toContainText('Locked Pixel 10', { timeout: 20_000 });
  await expect(entries.first()).toContainText('Done');
  await expect(entries).toHaveCount(2);

  await page.getByRole('tab', { name: 'Account' }).click();
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Signed in');
  await page.getByRole('tab', { name: 'All' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('pixel lock');
  await expect(entries).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search' }).fill('no such thing');
  await page.getByRole('button', { name: 'Show all 2 entries' }).click();
  await expect(entries).toHaveCount(2);

  const path = join(folder, 'mine.csv');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  await expect(page.getByText('It is in mine.csv.')).toBeVisible();
  const text = await readFile(path, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows = parseCsv(text.slice(1));
  expect(rows.map((cells) => [cells[1], cells[2], cells[4]])).toEqual([
    ['Action', 'Device, certificate or file', 'Result'],
    ['Sign in', '', 'Done'],
    ['Lock', 'Pixel 10', 'Done'],
  ]);
  expect(rows[2]?.[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/u);

  const jonas = portal.people.find(({ username }) => username.startsWith('jonas'));
  if (jonas === undefined) throw new Error('the portal has no Jonas');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await trySignIn(page, { ...portal, ...jonas });
  await openActivity(page);
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Signed in');
});

test('Clear activity asks first, and by the keyboard alone', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Try the demo portal' }).click();
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  await page.getByRole('link', { name: 'Activity' }).focus();
  await page.keyboard.press('Enter');
  const clear = page.getByRole('button', { name: 'Clear activity' });
  await clear.focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Clear activity' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(page.getByText('Signed in', { exact: true })).toBeVisible();
  await expect(clear).toBeFocused();
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Clear activity' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing done yet' })).toBeVisible();
});

test('a finished order is told on the desktop only to a person who looks elsewhere', async ({
  app,
  portal,
}) => {
  const { page, electron } = app;
  await watchNotifications(electron);
  await signIn(page, portal);
  const newest = page.getByRole('listitem').filter({ hasText: 'check-in' }).first();

  await order(page, 'Pixel 10', 'Force Check-in');
  await openActivity(page);
  await expect(newest).toContainText('Done', { timeout: 20_000 });
  await page.waitForTimeout(gathering);
  expect(await told(electron)).toEqual([]);

  await order(page, 'Ines’s MacBook Pro', 'Force Check-in');
  await lookElsewhere(electron);
  await openActivity(page);
  await expect.poll(() => told(electron), { timeout: 20_000 }).toHaveLength(1);
  expect(await told(electron)).toEqual(['Ines’s MacBook Pro has checked in']);
  await clickNotification(electron);
  await expect(page.getByRole('article', { name: 'Ines’s MacBook Pro' })).toBeVisible();
  expect(await isInFront(electron)).toBe(true);

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('Tell me when an order is done').click();
  await expect(
    page.getByRole('checkbox', { name: 'Tell me when an order is done' }),
  ).not.toBeChecked();
  await order(page, 'Pixel 10', 'Force Check-in');
  await lookElsewhere(electron);
  await openActivity(page);
  await expect(newest).toContainText('Done', { timeout: 20_000 });
  await page.waitForTimeout(gathering);
  expect(await told(electron)).toHaveLength(1);
});
