import { expect, test } from '../support/app.ts';
import { startPortal } from '../support/portal.ts';
import { signIn } from '../support/steps.ts';

test('a portal that goes down leaves what is known on screen and says why nothing can be sent', async ({
  app,
}) => {
  const { page } = app;
  const portal = await startPortal();
  await signIn(page, portal);
  const devices = page.getByRole('listbox', { name: 'My Devices' });
  await expect(devices.getByRole('option')).toHaveCount(8);
  await portal.close();

  await devices.getByRole('option', { name: 'Pixel 10' }).click();
  const detail = page.getByRole('article', { name: 'Pixel 10' });
  await expect(page.getByRole('status').getByText('Portal not reachable')).toBeVisible({
    timeout: 20_000,
  });
  await expect(devices.getByRole('option')).toHaveCount(8);
  await expect(detail.getByText('Commands need the portal.', { exact: false })).toBeVisible();
  await expect(detail.getByRole('button', { name: 'Lock', exact: true })).toBeDisabled();
  // Nobody is signed out by a portal that is silent.
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeHidden();
});

test('signing in to a portal that does not answer says so and keeps what was typed', async ({
  app,
}) => {
  const { page } = app;
  const portal = await startPortal();
  const { url, username, password } = portal;
  await portal.close();
  await page.getByRole('textbox', { name: 'Portal address' }).click();
  await page.keyboard.insertText(url);
  await page.getByRole('textbox', { name: 'User name' }).click();
  await page.keyboard.insertText(username);
  await page.getByLabel('Password', { exact: true }).click();
  await page.keyboard.insertText(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(username);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
});

test('the wrong password for the portal is called that', async ({ app, secrets }) => {
  const portal = await startPortal();
  const wrong = 'not-the-Password-1';
  secrets.push({ name: 'a wrong portal password', value: wrong });
  await expect(signIn(app.page, { ...portal, password: wrong })).rejects.toThrow();
  await expect(app.page.getByRole('alert').first()).toBeVisible();
  await portal.close();
});
