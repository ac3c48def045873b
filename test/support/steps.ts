import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { TestPortal } from './portal.ts';

type Credentials = Pick<TestPortal, 'url' | 'username' | 'password'>;

/** Types over whatever is in a field, as text and never through a script. */
export async function type(page: Page, field: string, text: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Fills in the sign-in page and presses Sign in, whatever comes of it. */
export async function trySignIn(
  page: Page,
  { url, username, password }: Credentials,
  options: { keep?: boolean } = {},
): Promise<void> {
  await type(page, 'Portal address', url);
  await type(page, 'User name', username);
  await type(page, 'Password', password);
  const keep = page.getByRole('checkbox', { name: 'Keep me signed in' });
  if (options.keep !== undefined && (await keep.isEnabled())) {
    await keep.setChecked(options.keep, { force: true });
  }
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs in as a person does: address, name, password, a press. */
export async function signIn(
  page: Page,
  portal: Credentials,
  options: { keep?: boolean } = {},
): Promise<void> {
  await trySignIn(page, portal, options);
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
}

/** Signs out, whoever was signed in, and however reachable the portal is. */
export async function signOut(page: Page): Promise<void> {
  await page.evaluate(() => window.portal.call('session.signOut', undefined));
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

/** Opens Add Certificate, chooses the type and the file, and types its password. */
export async function chooseCertificate(
  page: Page,
  wish: { type: string; path: string; password: string },
): Promise<void> {
  await page.getByRole('link', { name: 'My Certificates' }).click();
  await page.getByRole('button', { name: 'Add Certificate' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  await dialog.getByRole('button', { name: 'Certificate Type' }).click();
  await page.getByRole('option', { name: wish.type, exact: true }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose File' }).click(),
  ]);
  await chooser.setFiles(wish.path);
  await type(page, 'Password', wish.password);
}
