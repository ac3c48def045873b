import type { ElectronApplication, Page } from '@playwright/test';
import {
  clickNotification,
  isInFront,
  lookElsewhere,
  titlesOf,
  watchNotifications,
} from '../support/notifications.ts';
import { expect, test } from '../support/story.ts';
import { signIn } from '../support/steps.ts';

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
  await page.getByText('Tell me when a command is done').click();
  await expect(
    page.getByRole('checkbox', { name: 'Tell me when a command is done' }),
  ).not.toBeChecked();
  await order(page, 'Pixel 10', 'Force Check-in');
  await lookElsewhere(electron);
  await openActivity(page);
  await expect(newest).toContainText('Done', { timeout: 20_000 });
  await page.waitForTimeout(gathering);
  expect(await told(electron)).toHaveLength(1);
});
