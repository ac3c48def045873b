import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { answerSaveDialog } from '../support/native-question.ts';
import { makeP12 } from '../support/p12.ts';
import { expect, test } from '../support/shared-app.ts';

const exec = promisify(execFile);
const oldPassword = 'harbour-Clock-31';
const newPassword = 'seven-Amber-lanterns-9';

/** Writes the key and certificates of a file again as Windows did for twenty years: RC2, triple DES, SHA-1. */
async function makeLegacy(folder: string): Promise<string> {
  await makeP12({ folder, password: oldPassword, email: 'ines@example.org' });
  const parts = ['-in', 'leaf.pem', '-inkey', 'leaf.key', '-certfile', 'root.pem'];
  const out = ['-passout', 'file:password.txt', '-out', 'old.pfx'];
  await exec('openssl', ['pkcs12', '-export', '-legacy', ...parts, ...out], { cwd: folder });
  return join(folder, 'old.pfx');
}

async function lookInto(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose File' }).click(),
  ]);
  await chooser.setFiles(path);
  await page.getByLabel('Password', { exact: true }).click();
  await page.keyboard.insertText(oldPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Ines Declercq' })).toBeVisible();
}

// Signed out before and after, as every test of the app that is shared.
test.afterEach(async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Close the file' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
});

test('a file with a weak lock gets a copy that openssl opens with the new password alone', async ({
  app: { page, electron },
  folder,
  secrets,
}) => {
  const path = await makeLegacy(folder);
  secrets.push({ name: "the old file's password", value: oldPassword });
  secrets.push({ name: "the copy's password", value: newPassword });
  await page.getByRole('button', { name: 'Inspect a certificate file' }).click();
  await lookInto(page, path);
  const protection = page.getByRole('region', { name: 'Container protection' });
  await expect(protection.getByText('Weak')).toBeVisible();

  await protection.getByRole('button', { name: 'Save a stronger copy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save a stronger copy' });
  await expect(dialog.getByLabel('New password', { exact: true })).toBeFocused();
  await page.keyboard.insertText(newPassword);
  await dialog.getByLabel('New password again').click();
  await page.keyboard.insertText(newPassword);
  await expect(dialog.getByText('Both are the same.')).toBeVisible();

  await answerSaveDialog(electron, null);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Save the copy' })).toBeEnabled();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(dialog.getByLabel('New password again')).toBeFocused();

  await answerSaveDialog(electron, join(folder, 'not there', 'strong.p12'));
  await dialog.getByRole('button', { name: 'Save the copy' }).click();
  await expect(dialog.getByRole('alert')).toContainText('It can’t be saved there');

  const copy = join(folder, 'strong.p12');
  await answerSaveDialog(electron, copy);
  await dialog.getByRole('button', { name: 'Save the copy' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('strong.p12 is saved')).toBeVisible();
  expect((await stat(copy)).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);

  const read = ['pkcs12', '-in', copy, '-nodes', '-info', '-passin'];
  const opened = await exec('openssl', [...read, `pass:${newPassword}`]);
  expect(opened.stdout).toContain('BEGIN PRIVATE KEY');
  expect(opened.stdout.match(/BEGIN CERTIFICATE/gu)).toHaveLength(2);
  expect(opened.stderr).toContain('AES-256-CBC, Iteration 600000, PRF hmacWithSHA256');
  await expect(exec('openssl', [...read, `pass:${oldPassword}`])).rejects.toThrow(
    'invalid password',
  );
});

test('a certificate leaves the file by itself, by keyboard, byte for byte', async ({
  app: { page, electron },
  folder,
  secrets,
}) => {
  const path = await makeLegacy(folder);
  secrets.push({ name: "the file's password", value: oldPassword });
  await page.getByRole('button', { name: 'Inspect a certificate file' }).click();
  await lookInto(page, path);
  await answerSaveDialog(electron, join(folder, 'ines.cer'));
  await page.getByRole('button', { name: 'Save the certificate of Ines Declercq' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Save as PEM' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('ines.cer is saved')).toBeVisible();
  const der = await exec('openssl', ['x509', '-in', 'leaf.pem', '-outform', 'der'], {
    cwd: folder,
    encoding: 'buffer',
  });
  expect((await readFile(join(folder, 'ines.cer'))).equals(der.stdout)).toBe(true);
});
