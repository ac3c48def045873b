import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/desk.ts';
import { makeP12 } from '../support/p12.ts';
import { chooseCertificate } from '../support/steps.ts';

const type = 'Signing Certificate';

test('a wrong password, another kind of file and a missing key are told apart, and nothing is lost', async ({
  desk: { page, portal },
  folder,
  secrets,
}) => {
  const right = await makeP12({ folder, password: 'amber-Lantern-77', email: portal.email });
  const keyless = await makeP12({
    folder,
    password: right.password,
    email: portal.email,
    fileName: 'no-key.p12',
    withoutKey: true,
  });
  const invoice = join(folder, 'invoice.p12');
  await writeFile(invoice, '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
  secrets.push({ name: "the file's password", value: right.password });

  const wrongPassword = 'amber-Lantern-78';
  secrets.push({ name: 'a password that is wrong', value: wrongPassword });
  await chooseCertificate(page, { type, path: right.path, password: wrongPassword });
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  const upload = dialog.getByRole('button', { name: 'Upload' });
  await expect(dialog.getByRole('alert')).toContainText('The password does not open this file');
  await expect(upload).toBeDisabled();

  const choose = async (path: string): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'Choose File' }).click(),
    ]);
    await chooser.setFiles(path);
  };
  await choose(invoice);
  await expect(dialog.getByRole('alert')).toContainText(
    'This is a PDF document, not a PKCS#12 file',
  );
  await expect(upload).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Certificate Type' })).toContainText(type);

  await choose(keyless.path);
  await dialog.getByLabel('Password', { exact: true }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(right.password);
  await expect(dialog.getByText('no private key', { exact: false }).first()).toBeVisible();
  await expect(upload).toBeDisabled();

  await choose(right.path);
  await expect(dialog.getByRole('heading', { name: 'Ines Declercq' })).toBeVisible();
  await expect(upload).toBeEnabled();
  expect(portal.requests()).not.toContain('POST /api/v1/ssp/certificate');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
