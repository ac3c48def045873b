import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { TestPortal } from './portal.ts';

/** Signs in as a person does: address, name, password, a press. Typed as text, never through a script. */
export async function signIn(
  page: Page,
  portal: Pick<TestPortal, 'url' | 'username' | 'password'>,
  options: { keep?: boolean } = {},
): Promise<void> {
  const type = async (field: string, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: field }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  };
  await type('Portal address', portal.url);
  await type('User name', portal.username);
  await page.getByLabel('Password', { exact: true }).click();
  await page.keyboard.insertText(portal.password);
  const keep = page.getByRole('checkbox', { name: 'Keep me signed in' });
  if (options.keep !== undefined && (await keep.isEnabled())) {
    await keep.setChecked(options.keep, { force: true });
  }
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
}

/** Opens Add Certificate, chooses the type and the file, and types its password. */
export async function chooseCertificate(
  page: Page,
  { type, path, password }: { type: string; path: string; password: string },
): Promise<void> {
  await page.getByRole('link', { name: 'My Certificates' }).click();
  await page.getByRole('button', { name: 'Add Certificate' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  await dialog.getByRole('button', { name: 'Certificate Type' }).click();
  await page.getByRole('option', { name: type, exact: true }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose File' }).click(),
  ]);
  await chooser.setFiles(path);
  await dialog.getByLabel('Password', { exact: true }).click();
  await page.keyboard.insertText(password);
}
