import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/desk.ts';

/** Presses Tab until the focus stands there, as a person without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${wanted.toString()}`);
}
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, button(page, name));
  await page.keyboard.press('Enter');
}

test('whoever has lost a device is led by keyboard alone: find, lock, tell IT, wipe last', async ({
  desk: { page },
}) => {
  await tabTo(page, page.getByRole('option', { name: 'Ines’s iPhone' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Ines’s iPad' })).toBeFocused();
  await press(page, 'Lost it? Four steps');
  await expect(page.getByRole('heading', { name: 'Lost Ines’s iPad?' })).toBeVisible();

  await press(page, 'View Location');
  await expect(page.getByRole('figure')).toBeVisible();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Find it You looked just now')).toBeVisible();

  await press(page, 'Next: Lock it with a message');
  await press(page, 'Lock Ines’s iPad');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel('Message on the locked screen'));
  await page.keyboard.insertText('Please call +32 9 555 01 42');
  await tabTo(page, dialog.getByRole('button', { name: 'Lock Ines’s iPad' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Requested just now, waiting/u)).toBeVisible();

  await press(page, 'Next: Tell IT');
  await tabTo(page, page.getByRole('checkbox', { name: 'I have told them' }));
  await page.keyboard.press('Space');
  await expect(button(page, 'Tell IT You told them just now')).toBeVisible();

  await press(page, 'Next: Wipe it, last of all');
  await expect(page.getByText('Apps, photos, files and accounts are erased.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();

  // The guide is where it was left.
  await press(page, 'Lost it? Four steps');
  await expect(page.getByRole('heading', { name: 'Wipe it, last of all' })).toBeVisible();
});
