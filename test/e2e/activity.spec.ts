import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '../support/csv.ts';
import { expect, test } from '../support/desk.ts';
import { answerSaveDialog } from '../support/native-question.ts';

const openActivity = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Activity' }).click();

test('what a person did is in Activity with how it ended, goes into a CSV file, and is for their eyes only', async ({
  desk: { page, electron, become },
  folder,
}) => {
  await page.getByRole('option', { name: 'Pixel 10' }).click();
  const detail = page.getByRole('article', { name: 'Pixel 10' });
  await detail.getByRole('button', { name: 'Lock', exact: true }).click();
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
  await answerSaveDialog(electron, path);
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

  await become('jonas');
  await openActivity(page);
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Signed in');
});

test('Clear activity asks first, and by the keyboard alone', async ({ desk: { page } }) => {
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
