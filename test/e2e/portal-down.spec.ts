import { expect, test } from '../support/shared-app.ts';
import { signIn, signOut, trySignIn, type } from '../support/steps.ts';

test.afterEach(({ app: { page } }) => signOut(page));

test('a portal that goes down leaves what is known on screen and says why nothing can be sent', async ({
  app,
  portal,
}) => {
  const { page } = app;
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
  portal,
}) => {
  const { page } = app;
  await portal.close();
  await trySignIn(page, portal);
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(portal.username);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
  // The password stays in its field for the next try, and nowhere else: typed over, it is gone.
  await type(page, 'Password', 'something else');
});

test('the wrong password for the portal is called that', async ({ app, portal, secrets }) => {
  const wrong = 'not-the-Password-1';
  secrets.push({ name: 'a wrong portal password', value: wrong });
  await trySignIn(app.page, { ...portal, password: wrong });
  await expect(app.page.getByRole('alert').first()).toBeVisible();
});
