import { join } from 'node:path';
import { keyringMissing } from '../support/keyring.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { signIn } from '../support/steps.ts';
import { expect, test } from '../support/story.ts';

const missing = keyringMissing();

test('whoever stays signed in finds their devices at the next start, until they sign out', async ({
  folder,
  launch,
  portal,
}) => {
  test.skip(missing !== null, missing ?? '');
  const bus = await startSessionBus(join(folder, 'session'));
  const first = await launch(bus.address);
  await signIn(first.page, portal, { keep: true });
  await first.close();

  const second = await launch(bus.address);
  await expect(second.page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  await expect(second.page.getByRole('option', { name: 'Pixel 10' })).toBeVisible();
  expect(portal.requests().filter((request) => request.endsWith('/ssp/login'))).toHaveLength(1);
  await second.page.getByRole('link', { name: 'Settings' }).click();
  await second.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(second.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(portal.requests()).toContain('POST /api/v1/ssp/logout');
  await second.close();

  const third = await launch(bus.address);
  await expect(third.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await third.close();
  bus.stop();
});

test('without a keychain the app says that the session ends with it', async ({ app, portal }) => {
  const { page } = app;
  await expect(page.getByText('no keychain that works', { exact: false })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Keep me signed in' })).toBeDisabled();
  await signIn(page, portal);
  await expect(page.getByRole('status').getByText('No keychain')).toBeVisible();
});
