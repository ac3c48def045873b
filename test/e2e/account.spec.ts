import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/desk.ts';
import { type } from '../support/steps.ts';

const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });
const openAccount = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Account' }).click();

test('name and e-mail address are changed, the address once the mail to it is answered', async ({
  desk: { page, portal },
}) => {
  await openAccount(page);
  await type(page, 'Last name', 'Declercq-Maes');
  await button(page, 'Save name').click();
  await expect(page.getByText('Name changed')).toBeVisible();

  // The account that the demo begins with waits for another address already.
  await button(page, 'Keep the old one').click();
  await expect(
    page.getByText('A mail with a code goes to the new address.', { exact: false }),
  ).toBeVisible();
  await type(page, 'E-mail address', 'ines');
  await button(page, 'Change e-mail address').click();
  await expect(
    page.getByText('That is not a whole address, such as name@example.com.'),
  ).toBeVisible();
  await type(page, 'E-mail address', 'ines@haldenvoss.example');
  await button(page, 'Change e-mail address').click();
  await expect(page.getByText('Waiting for you to confirm')).toBeVisible();
  await type(page, 'Code from the mail', '000000');
  await button(page, 'Confirm address').click();
  await expect(page.getByText('That code is not right, or too old.')).toBeVisible();
  const outbox = await (await fetch(`${portal.url}/outbox`)).text();
  const code = /class="pin">(?<pin>\w+)</u.exec(outbox)?.groups?.['pin'] ?? '';
  await type(page, 'Code from the mail', code);
  await button(page, 'Confirm address').click();
  await expect(page.getByText('E-mail address changed')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(
    'ines@haldenvoss.example',
  );
});

test('another address asks for the password again once the last proof is over 5 minutes old', async ({
  desk: { page, portal, pass },
}) => {
  await openAccount(page);
  await button(page, 'Keep the old one').click();
  await expect(page.getByText('Waiting for you to confirm')).toBeHidden();
  pass(6 * 60_000);
  await type(page, 'E-mail address', 'ines@haldenvoss.example');
  await button(page, 'Change e-mail address').click();
  const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await expect(proof).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(proof).toBeHidden();
  await expect(page.getByText('Waiting for you to confirm')).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(
    'ines@haldenvoss.example',
  );
  await button(page, 'Change e-mail address').click();
  await type(page, 'Your password', portal.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Waiting for you to confirm')).toBeVisible();
});

test('a new password is held against the portal’s own policy while it is typed', async ({
  desk: { page, portal, line },
  secrets,
}) => {
  await openAccount(page);
  const change = button(page, 'Change password');
  await type(page, 'New password', 'tram');
  await expect(page.getByText(/rules are not met yet/u)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '12 to 32 characters' })).toContainText(
    'not met',
  );
  await expect(change).toBeDisabled();
  const chosen = 'Harbor-tram-4720!';
  secrets.push({ name: 'the new password', value: chosen });
  await type(page, 'New password', chosen);
  await type(page, 'New password again', chosen.slice(0, -1));
  await expect(page.getByText('The two are not the same yet')).toBeVisible();
  await type(page, 'New password again', chosen);
  await type(page, 'Current password', 'not-this-one-7');
  await change.click();
  await expect(page.getByText('That is not your current password. Capitals matter.')).toBeVisible();
  await type(page, 'Current password', portal.password);
  await change.click();
  await expect(page.getByText('Password changed')).toBeVisible();
  expect(line.count('changePassword')).toBe(2);
});

test('where the company’s directory rules, Account says so and asks for nothing', async ({
  desk: { page, become },
}) => {
  await become('jonas');
  await openAccount(page);
  await expect(
    page.getByText(/^Your password is the one of the directory of Halden & Voss\./u),
  ).toBeVisible();
  await expect(page.getByLabel('New password')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeDisabled();
});

test('a new session begins at My Devices, whoever signs in', async ({ desk: { page, become } }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await become('jonas');
  await expect(page.getByRole('option', { name: 'Jonas’s phone' })).toBeVisible();
});
