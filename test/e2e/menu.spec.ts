import type { ElectronApplication } from '@playwright/test';
import { makeP12 } from '../support/p12.ts';
import { signIn } from '../support/steps.ts';
import { expect, test } from '../support/shared-app.ts';

const isEnabled = (electron: ElectronApplication, id: string): Promise<boolean | undefined> =>
  electron.evaluate(
    ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled,
    id,
  );
/** Presses an item of the native menu, which follows the page a moment later. */
async function press(electron: ElectronApplication, id: string): Promise<void> {
  await expect.poll(() => isEnabled(electron, id), id).toBe(true);
  await electron.evaluate(({ Menu }, item) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(item);
    if (!found?.enabled) throw new Error(`${item} can't be pressed`);
    Reflect.apply(found.click, found, []);
  }, id);
}
const labelOf = (electron: ElectronApplication, id: string): Promise<string | undefined> =>
  electron.evaluate(
    ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.label,
    id,
  );

test('the native menu leads everywhere, once somebody is signed in', async ({ app, portal }) => {
  const { electron, page } = app;
  expect(await isEnabled(electron, 'show-certificates')).toBe(false);
  await press(electron, 'show-inspect');
  await expect(page.getByRole('heading', { name: 'Inspect' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signIn(page, portal);
  await expect.poll(() => isEnabled(electron, 'show-certificates')).toBe(true);
  await press(electron, 'show-certificates');
  await expect(page.getByRole('heading', { name: 'My Certificates' })).toBeVisible();
  await press(electron, 'add-certificate');
  await expect(page.getByRole('dialog', { name: 'Add Certificate' })).toBeVisible();
  // Behind a dialog nothing moves.
  await press(electron, 'show-devices');
  // An answer that comes after the command: the page has heard it.
  await page.evaluate(() => window.portal.call('updates.get', undefined));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'My Certificates' })).toBeVisible();
  await press(electron, 'show-devices');
  await press(electron, 'find');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await press(electron, 'show-settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await press(electron, 'show-account');
  await expect(page.getByRole('heading', { name: 'Account' }).first()).toBeVisible();
  await press(electron, 'sign-out');
  await expect(page.getByRole('button', { name: 'Try the demo portal' })).toBeVisible();
  await expect.poll(() => isEnabled(electron, 'show-certificates')).toBe(false);
});

test('Open File asks the system, and the file is remembered in the menu', async ({
  app,
  folder,
}) => {
  const { electron, page } = app;
  const p12 = await makeP12({
    folder,
    password: 'wren-Gate-20',
    email: 'ines.declercq@haldenvoss.example',
  });
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, p12.path);
  await press(electron, 'open-file');
  await expect(page.getByRole('heading', { name: `${p12.name} asks` })).toBeVisible();
  const recent = (): Promise<(string | undefined)[] | undefined> =>
    electron.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()
        ?.getMenuItemById('open-recent')
        ?.submenu?.items.map(({ label }) => label),
    );
  await expect.poll(recent).toContain(p12.name);
  await press(electron, 'clear-recent');
  await expect.poll(recent).not.toContain(p12.name);
  await page.getByRole('button', { name: 'Close the file' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
});

test('the menu speaks the language that was chosen', async ({ app }) => {
  const { electron, page } = app;
  expect(await labelOf(electron, 'show-devices')).toBe('My Devices');
  await page.evaluate(() => window.portal.call('app.setPreferences', { language: 'de' }));
  await expect.poll(() => labelOf(electron, 'show-devices')).not.toBe('My Devices');
  await page.evaluate(() => window.portal.call('app.setPreferences', { language: null }));
  await expect.poll(() => labelOf(electron, 'show-devices')).toBe('My Devices');
});
