import { makeP12 } from '../support/p12.ts';
import { signIn, type } from '../support/steps.ts';
import { expect, test } from '../support/story.ts';

test('a file dropped on the window is offered for upload, and opened on this computer', async ({
  app,
  folder,
  portal,
  secrets,
}) => {
  const { page } = app;
  const p12 = await makeP12({ folder, password: 'copper-Kettle-31', email: portal.email });
  secrets.push({ name: "the file's password", value: p12.password });
  await signIn(page, portal);
  await page.locator('body').drop({ files: p12.path }, { position: { x: 300, y: 300 } });
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  await expect(dialog.getByText(p12.name)).toBeVisible();
  await type(page, 'Password', p12.password);
  await expect(dialog.getByRole('heading', { name: 'Ines Declercq' })).toBeVisible();
  // The window is still the app's page: a dropped file never replaces it.
  const address = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(address).toBe('app://portal/index.html');
  await page.keyboard.press('Escape');
});

test('a file dropped while signed out is looked into, with no portal and no network', async ({
  app,
  folder,
  portal,
  secrets,
}) => {
  const { page } = app;
  const p12 = await makeP12({ folder, password: 'meadow-Finch-08', email: 'ines@example.org' });
  secrets.push({ name: "the file's password", value: p12.password });
  await page.locator('body').drop({ files: p12.path });
  await type(page, 'Password', p12.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ines Declercq' }).first()).toBeVisible();
  await expect(page.getByText('One private key, and it fits', { exact: false })).toBeVisible();
  expect(portal.requests()).toEqual([]);
});
