import { join } from 'node:path';
import { expect, launchApp, test } from '../support/app.ts';
import { startPortal } from '../support/portal.ts';
import { findSecretsBelow } from '../support/secrets.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { keyringMissing } from '../support/keyring.ts';
import { signIn } from '../support/steps.ts';

const missing = keyringMissing();

test('whoever stays signed in finds their devices at the next start', async ({ folder }) => {
  test.skip(missing !== null, missing ?? '');
  const bus = await startSessionBus(join(folder, 'session'));
  const profile = join(folder, 'profile');
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.env['DBUS_SESSION_BUS_ADDRESS'] ?? '' };
  const portal = await startPortal();

  const first = await launchApp({ profile, env });
  await signIn(first.page, portal, { keep: true });
  await first.close();

  const second = await launchApp({ profile, env });
  await expect(second.page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  await expect(second.page.getByRole('option', { name: 'Pixel 10' })).toBeVisible();
  await second.page.getByRole('link', { name: 'Settings' }).click();
  await second.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(second.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await second.close();

  const third = await launchApp({ profile, env });
  await expect(third.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await third.close();

  const secrets = portal.tokens().map((value) => ({ name: 'the session token', value }));
  expect(secrets).not.toEqual([]);
  expect(await findSecretsBelow(profile, secrets)).toEqual([]);
  bus.stop();
  await portal.close();
});

test('without a keychain the app says that the session ends with it', async ({ app }) => {
  const portal = await startPortal();
  const { page } = app;
  await expect(page.getByText('no keychain that works', { exact: false })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Keep me signed in' })).toBeDisabled();
  await signIn(page, portal);
  await expect(page.getByRole('status').getByText('No keychain')).toBeVisible();
  await portal.close();
});
