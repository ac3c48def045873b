import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '../support/desk.ts';
import { makeP12 } from '../support/p12.ts';
import type { P12File } from '../support/p12.ts';
import { type } from '../support/steps.ts';
import type { Secret } from '../support/secrets.ts';

const shared = 'copper-Meadow-41';
const own = 'quiet-Harbour-58';

/** Two files with the same password, one with another, each with a certificate of its own. */
async function makeFiles(folder: string, email: string, secrets: Secret[]): Promise<P12File[]> {
  secrets.push({ name: 'the shared password', value: shared });
  secrets.push({ name: 'the other password', value: own });
  const wish = { folder, email, password: shared };
  return [
    await makeP12({ ...wish, fileName: 'signing-2026.p12' }),
    await makeP12({ ...wish, fileName: 'signing-2027.p12' }),
    await makeP12({ ...wish, fileName: 'signing-2028.p12', password: own }),
  ];
}

/** Drops files on the window at once, as the browser tells the page of it. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), bytes: [...(await readFile(path))] })),
  );
  await page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of all)
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      const at = { clientX: 100, clientY: 300, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent(kind, { ...at, dataTransfer }));
    }
  }, files);
}

const sent = (portal: { requests: () => string[] }): number =>
  portal.requests().filter((line) => line === 'POST /api/v1/ssp/certificate').length;

test('three certificates are dropped at once, one with another password, and a letter is left out', async ({
  desk: { page, portal },
  folder,
  secrets,
}) => {
  const files = await makeFiles(folder, portal.email, secrets);
  const letter = join(folder, 'letter.pdf');
  await writeFile(letter, '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');

  await drop(page, [...files.map(({ path }) => path), letter]);
  const dialog = page.getByRole('dialog', { name: 'Add certificates' });
  await expect(dialog.getByText('3 need their password.', { exact: false })).toBeVisible();
  await expect(dialog.getByText('1 file was left out')).toBeVisible();
  await expect(dialog.getByText('This is a PDF document', { exact: false })).toBeVisible();

  await type(page, 'Password', shared);
  await expect(dialog.getByText('2 ready, 1 needs its password.', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Upload 2' }).click();
  await expect(dialog.getByText('2 uploaded, 1 needs its password.')).toBeVisible();
  expect(sent(portal)).toBe(2);

  // The one that is left keeps its place over a reload, with what became of the others.
  await page.reload();
  await page.getByRole('link', { name: 'My Certificates' }).click();
  await expect(dialog.getByText('2 uploaded, 1 needs its password.')).toBeVisible();
  await dialog.getByRole('button', { name: /^signing-2028\.p12/u }).click();
  await type(page, 'Password', 'not-this-one-9');
  await expect(dialog.getByText('The password does not open this file').first()).toBeVisible();
  await type(page, 'Password', own);
  await dialog.getByRole('button', { name: 'Upload 1' }).click();
  await expect(dialog.getByText('3 uploaded.')).toBeVisible();
  await dialog.getByRole('button', { name: /^signing-2028\.p12/u }).click();
  await expect(dialog.getByText('pushes', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  expect(sent(portal)).toBe(3);
});

test('several certificates are chosen, opened and uploaded by keyboard alone', async ({
  desk: { page, portal },
  folder,
  secrets,
}) => {
  const files = await makeFiles(folder, portal.email, secrets);
  await page.getByRole('link', { name: 'My Certificates' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add Certificate' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Choose File' }).focus();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ]);
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles(files.map(({ path }) => path));

  const dialog = page.getByRole('dialog', { name: 'Add certificates' });
  // The cursor stands in the first password, and goes on to the next file that needs one.
  const password = dialog.getByLabel('Password', { exact: true });
  await expect(password).toBeFocused();
  await page.keyboard.insertText(shared);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('2 ready, 1 needs its password.', { exact: false })).toBeVisible();
  await expect(password).toBeFocused();
  await expect(password).toHaveValue('');
  await page.keyboard.insertText(own);
  await page.keyboard.press('Enter');
  const upload = dialog.getByRole('button', { name: 'Upload 3' });
  await expect(upload).toBeEnabled();

  for (let step = 0; step < 30; step += 1) {
    if (await upload.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(upload).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('3 uploaded.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(sent(portal)).toBe(3);
});
