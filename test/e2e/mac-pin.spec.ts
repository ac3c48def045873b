import { join } from 'node:path';
import { keyringMissing } from '../support/keyring.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { signIn, type } from '../support/steps.ts';
import { expect, test } from '../support/story.ts';

const missing = keyringMissing();
const pin = '402718';

test('the PIN of a locked Mac is in the keychain, and is shown again at the next start', async ({
  folder,
  launch,
  portal,
}) => {
  test.skip(missing !== null, missing ?? '');
  const bus = await startSessionBus(join(folder, 'session'));
  const first = await launch(bus.address);
  await signIn(first.page, portal, { keep: true });
  await first.page.getByRole('option', { name: 'Ines’s MacBook Pro' }).click();
  const detail = first.page.getByRole('article', { name: 'Ines’s MacBook Pro' });
  await detail.getByRole('button', { name: 'Lock', exact: true }).click();
  const dialog = first.page.getByRole('dialog', { name: 'Lock Ines’s MacBook Pro' });
  await type(first.page, 'PIN', '4027');
  await dialog.getByRole('button', { name: 'Lock Ines’s MacBook Pro' }).click();
  await expect(dialog.getByText('A PIN has 6 digits.')).toBeVisible();
  await type(first.page, 'PIN', pin);
  await dialog.getByRole('button', { name: 'Lock Ines’s MacBook Pro' }).click();
  await expect(dialog).toBeHidden();
  await expect(detail.getByRole('region', { name: 'Lock' })).toBeVisible();
  await first.close();

  const { page, close } = await launch(bus.address);
  await page.getByRole('option', { name: 'Ines’s MacBook Pro' }).click();
  const pins = page.getByRole('region', { name: 'PINs of this Mac' });
  await expect(pins.getByText(pin)).toHaveCount(0);
  await pins.getByRole('button', { name: 'Show PIN' }).click();
  await expect(pins.getByText('PIN after Lock', { exact: true })).toBeVisible();
  await expect(pins).toContainText(pin);
  await pins.getByRole('button', { name: 'Hide PIN' }).click();
  await expect(pins).not.toContainText(pin);
  await close();
  bus.stop();
});
