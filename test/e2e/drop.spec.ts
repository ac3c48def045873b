import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from '../support/desk.ts';
import { makeP12 } from '../support/p12.ts';

/** Holds a file over the window at `x` px and lets it go there, as the browser tells the page of it. */
async function drop(page: Page, path: string, x: number, letGo = true): Promise<void> {
  const bytes = [...(await readFile(path))];
  await page.evaluate(
    ({ bytes, name, x, types }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      for (const type of types) {
        const at = { clientX: x, clientY: 300, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent(type, { ...at, dataTransfer }));
      }
    },
    {
      bytes,
      name: basename(path),
      x,
      types: letGo ? ['dragenter', 'dragover', 'drop'] : ['dragenter', 'dragover'],
    },
  );
}

test('a file that is dropped on the window can be looked into without an account', async ({
  app: { page },
  folder,
  secrets,
}) => {
  const p12 = await makeP12({ folder, password: 'harbour-Clock-31', email: 'ines@example.org' });
  secrets.push({ name: "the file's password", value: p12.password });

  await drop(page, p12.path, 100, false);
  await expect(page.getByText('Let go to look inside')).toBeVisible();
  await expect(page.getByText('Files over 10 MB', { exact: false })).toBeVisible();
  await drop(page, p12.path, 100);
  await expect(page.getByText('Let go to look inside')).toBeHidden();

  await page.getByLabel('Password', { exact: true }).click();
  await page.keyboard.insertText(p12.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Ines Declercq' })).toBeVisible();
  await expect(page.getByText('One private key, and it fits.')).toBeVisible();
  const chain = page.getByRole('region', { name: 'Chain, from you to the root' });
  await expect(chain.getByText('Halden & Voss Mail CA 3')).toBeVisible();
  await page.getByRole('button', { name: 'Close the file' }).click();
  await expect(page.getByRole('heading', { name: 'Inspect' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).click();
});

test('a file that is dropped at the left goes into Add Certificate', async ({
  desk: { page, portal },
  folder,
  secrets,
}) => {
  const p12 = await makeP12({ folder, password: 'harbour-Clock-32', email: portal.email });
  secrets.push({ name: "the file's password", value: p12.password });

  await drop(page, p12.path, 100, false);
  await expect(page.getByText('Only look inside')).toBeVisible();
  await drop(page, p12.path, 100);
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  await expect(dialog.getByText(basename(p12.path))).toBeVisible();
  await dialog.getByLabel('Password', { exact: true }).click();
  await page.keyboard.insertText(p12.password);
  await expect(dialog.getByRole('heading', { name: 'Ines Declercq' })).toBeVisible();
  expect(portal.requests()).not.toContain('POST /api/v1/ssp/certificate');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
