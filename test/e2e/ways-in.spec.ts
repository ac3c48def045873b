import { startSwitchboard } from '../portal/switchboard.ts';
import { createThrowawayCa } from '../portal/throwaway-ca.ts';
import { signOut, type } from '../support/steps.ts';
import { expect, test } from '../support/shared-app.ts';

const newPassword = 'Harbor-tram-4712';

test.afterEach(async ({ app: { page } }) => {
  await signOut(page);
  // What one try has left on the page is not the next one's.
  await page.reload();
});

test('whose password has expired changes it, accepts the terms, and is in', async ({
  app,
  portal,
  secrets,
}) => {
  const { page } = app;
  const sofie = portal.people.find(({ username }) => username.startsWith('sofie'));
  secrets.push({ name: 'the old password', value: sofie?.password ?? '' });
  secrets.push({ name: 'the new password', value: newPassword });
  await type(page, 'Portal address', portal.url);
  await type(page, 'User name', sofie?.username ?? '');
  await type(page, 'Password', sofie?.password ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your password has expired' })).toBeVisible();
  await type(page, 'New password', newPassword);
  await type(page, 'New password again', newPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Terms of service' })).toBeVisible();
  await expect(page.getByLabel('Text of the terms')).toHaveValue(/Retire/u);
  await page.getByRole('button', { name: 'Accept and go on' }).click();
  await expect(page.getByRole('option', { name: 'Sofie’s phone' })).toBeVisible();
});

test('a forgotten password is replaced with the PIN out of the demo’s outbox', async ({
  app,
  portal,
  secrets,
}) => {
  const { page } = app;
  secrets.push({ name: 'the new password', value: newPassword });
  await type(page, 'Portal address', portal.url);
  await type(page, 'User name', portal.username);
  await page.getByRole('button', { name: 'Forgotten?' }).click();
  await page.getByRole('button', { name: 'Send PIN' }).click();
  await expect(page.getByRole('button', { name: 'Open the demo’s outbox' })).toBeVisible();
  const outbox = await (await fetch(`${portal.url}/outbox`)).text();
  const pin = /class="pin">(?<pin>\d{6})</u.exec(outbox)?.groups?.['pin'] ?? '';
  await type(page, 'PIN from the mail', pin);
  await type(page, 'New password', newPassword);
  await type(page, 'New password again', newPassword);
  await page.getByRole('button', { name: 'Change password and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
});

test('who signs in on their organisation’s page comes back from the browser signed in', async ({
  app,
  portal,
}) => {
  const { page, electron } = app;
  // The system's browser, as far as it matters: it goes where it is sent, and follows.
  await electron.evaluate(({ shell }) => {
    shell.openExternal = async (url) => {
      await fetch(url);
    };
  });
  await type(page, 'Portal address', portal.url);
  await type(page, 'User name', 'noor.haddad@haldenvoss.example');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Go on in the browser' }).click();
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
});

test('a server that is not trusted is shown as it is, and there is no way past it', async ({
  app,
  portal,
}) => {
  const { page } = app;
  const company = createThrowawayCa();
  const tls = company.issue('localhost');
  const line = await startSwitchboard({ portal: portal.url, tls, host: 'localhost' });
  await type(page, 'Portal address', line.url);
  await type(page, 'User name', portal.username);
  await page.getByRole('button', { name: 'Show certificate' }).click();
  const dialog = page.getByRole('dialog', { name: 'Certificate of localhost' });
  await expect(dialog).toContainText('Throwaway-CA');
  await expect(dialog).toContainText('This computer does not know its issuer.');
  await expect(dialog.getByRole('button')).toHaveText(['Copy all', 'Close']);
  await page.keyboard.press('Escape');
  await type(page, 'Password', portal.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('can’t prove who it is');
  expect(line.requests()).toEqual([]);
  // It stays in its field for the next try, and nowhere else: typed over, it is gone.
  await type(page, 'Password', 'something else');
  await line.close();
  company.remove();
});

test('an account that is locked counts down, and says when it can be tried again', async ({
  app,
  portal,
}) => {
  const { page } = app;
  await type(page, 'Portal address', portal.url);
  await type(page, 'User name', 'jonas.verbeke@haldenvoss.example');
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  for (let tries = 0; tries < 5; tries += 1) {
    await type(page, 'Password', `wrong-${tries}`);
    await button.click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(button).not.toHaveAttribute('data-pending', 'true');
  }
  await expect(page.getByRole('alert')).toContainText('Your account is locked for now');
  await expect(page.getByRole('alert')).toContainText(/You can try again in 4:\d\d/u);
  await expect(button).toBeDisabled();
});
