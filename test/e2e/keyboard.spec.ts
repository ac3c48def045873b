import type { Locator, Page } from '@playwright/test';
import { answerNatively, askedNatively } from '../support/native-question.ts';
import { makeP12 } from '../support/p12.ts';
import { expect, test } from '../support/shared-app.ts';
import { signOut } from '../support/steps.ts';

/** Presses Tab until the focus stands there, as a person without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const target = wanted.first();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${wanted.toString()}`);
}

const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

test.afterEach(({ app: { page } }) => signOut(page));

test('the main job can be done without a mouse', async ({ app, folder, secrets }) => {
  const { page } = app;
  const email = 'ines.declercq@haldenvoss.example';
  const p12 = await makeP12({ folder, password: 'pebble-Harp-552', email });
  secrets.push({ name: "the file's password", value: p12.password });

  await tabTo(page, button(page, 'Try the demo portal'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();

  await tabTo(page, page.getByRole('option', { name: 'Ines’s iPhone' }));
  for (const name of ['Ines’s MacBook Pro', 'GNT-LT-04417', 'Ines’s iPad', 'Pixel 10']) {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { name })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await tabTo(page, button(page, 'Lock'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, button(page, 'Lock Pixel 10'));
  await page.keyboard.press('Enter');
  const timeline = page.getByRole('region', { name: 'Lock' });
  await expect(timeline.getByText('Requested', { exact: true })).toBeVisible();

  await tabTo(page, page.getByRole('link', { name: 'My Certificates' }));
  await page.keyboard.press('Enter');
  await tabTo(page, button(page, 'Add Certificate'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  await tabTo(page, dialog.getByRole('button', { name: 'Certificate Type' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Certificate Type' })).toContainText(
    'Signing Certificate',
  );
  await tabTo(page, button(page, 'Choose File'));
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ]);
  await chooser.setFiles(p12.path);
  await tabTo(page, dialog.getByLabel('Password', { exact: true }));
  await page.keyboard.insertText(p12.password);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Upload' })).toBeEnabled();
  await tabTo(page, button(page, 'Upload'));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
});

test('a device is wiped, and the wipe taken back, without a mouse', async ({ app }) => {
  const { page, electron } = app;
  await answerNatively(electron, 1);
  await tabTo(page, button(page, 'Try the demo portal'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  // The list is entered at the device that was looked at last.
  await tabTo(page, page.getByRole('option', { selected: true }));
  await page.keyboard.press('Home');
  const tablet = page.getByRole('option', { name: 'Berth 4 tablet' });
  for (let step = 0; step < 7; step += 1) {
    if (await tablet.evaluate((row) => row === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(tablet).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, button(page, 'Wipe'));
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('alertdialog', { name: 'Wipe Berth 4 tablet' });
  const wipe = dialog.getByRole('button', { name: 'Wipe Berth 4 tablet' });
  // The name is the first thing that the dialog asks for.
  await expect(dialog.getByLabel('Type the device’s name')).toBeFocused();
  await page.keyboard.insertText('Berth 4');
  await page.keyboard.press('Enter');
  await expect(wipe).toBeDisabled();
  await page.keyboard.insertText(' tablet');
  await tabTo(page, wipe);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await askedNatively(electron)).toEqual(['Wipe Berth 4 tablet? Cancel, Wipe']);

  const timeline = page.getByRole('region', { name: 'Wipe' });
  await expect(timeline.getByText('Requested', { exact: true })).toBeVisible();
  await tabTo(page, timeline.getByRole('button', { name: 'Cancel Wipe' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing happened on the tablet.')).toBeVisible();
});
