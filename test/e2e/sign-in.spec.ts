import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { answerSaveDialog } from '../support/native-question.ts';
import { makeP12 } from '../support/p12.ts';
import { startPortal } from '../support/portal.ts';
import { expect, test } from '../support/shared-app.ts';
import { signIn, type } from '../support/steps.ts';

/* What is there before anybody has signed in; the app is given back signed out. */

test('a link that is pasted from the invitation is understood, and leads in', async ({
  app: { page },
}) => {
  const portal = await startPortal();
  await signIn(page, { ...portal, url: `${portal.url}/user/login.html?tenant=7#start` });
  await expect(page.getByRole('option', { name: 'Pixel 10' })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('Signed in to Halden & Voss as Ines Declercq.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(portal.requests()).toContain('POST /api/v1/ssp/logout');
  await portal.close();
});

test('whoever has lost the address is shown where most portals answer', async ({
  app: { page },
}) => {
  await expect(page.getByRole('heading', { name: 'Where is my portal?' })).toBeVisible();
  await page.getByRole('button', { name: 'Use this address' }).click();
  await expect(page.getByLabel('Portal address', { exact: true })).toHaveValue(
    /^(?:https:\/\/)?mydevices\.mobileiron\.com/u,
  );
  await type(page, 'Portal address', '');
});

test('a public certificate is exported as PEM, and never its key', async ({
  app: { page, electron },
  folder,
  secrets,
}) => {
  const password = 'copper-Lamp-918';
  secrets.push({ name: "the file's password", value: password });
  const p12 = await makeP12({ folder, password, email: 'ines@example.org' });
  const path = join(folder, 'ines.pem');
  await answerSaveDialog(electron, path);
  await page.getByRole('button', { name: 'Inspect a certificate file' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose File' }).click(),
  ]);
  await chooser.setFiles(p12.path);
  await type(page, 'Password', password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save the certificate of Ines Declercq' }).click();
  await page.getByRole('menuitem', { name: 'Save as PEM' }).click();
  await expect(
    page.getByText('It holds no private key, so you can give it to anyone.'),
  ).toBeVisible();
  const text = await readFile(path, 'utf8');
  expect(text).not.toContain('PRIVATE KEY');
  const print = (file: string): string =>
    execFileSync('openssl', ['x509', '-in', file, '-noout', '-fingerprint', '-sha256']).toString();
  expect(print(path)).toBe(print(join(folder, 'leaf.pem')));
  await page.getByRole('button', { name: 'Close the file' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
});
