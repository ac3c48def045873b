import type { Locator, Page } from '@playwright/test';
import { makeP12 } from '../support/p12.ts';
import { expect, test } from '../support/desk.ts';
import { chooseCertificate, type } from '../support/steps.ts';

/* What a person sees and changes under My Certificates. Adding several is in several-certificates.spec.ts. */

const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** The row of a certificate by its name and issuer. */
const rowOf = (page: Page, name: string, issuer: string): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name, exact: true }) })
    .filter({ hasText: issuer });

async function choose(page: Page, row: Locator, item: string): Promise<void> {
  await row.getByRole('button', { name: /^Actions for/u }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const open = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'My Certificates' }).click();

test('the table sorts, searches, and says how each certificate stands', async ({
  desk: { page },
}) => {
  await open(page);
  const table = page.getByRole('table', { name: 'My Certificates' });
  const rows = table
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: /^Actions/u }) });
  await expect(rows).toHaveCount(7);
  for (const words of [
    'Valid',
    // Days are counted by the calendar: 16 and a fifth of them are 17 in the evening.
    /^Expires in 1[67] days$/u,
    /^Key will be deleted in [12] days?$/u,
    /^Not yet valid, from/u,
    'Expired, key kept for old mail',
    'Private key cleared',
  ])
    await expect(table.getByText(words, { exact: true }).first()).toBeVisible();

  const issuers = (): Promise<string[]> =>
    rows.evaluateAll((all) => all.map((row) => row.querySelectorAll('td')[1]?.textContent ?? ''));
  const head = table.getByRole('columnheader', { name: 'Issued By' });
  await button(head, 'Issued By').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  // What has ended stays below, in the same order.
  const [up, below] = [(await issuers()).slice(0, 4), (await issuers()).slice(4)];
  expect(up).toEqual([...up].sort());
  expect(below).toEqual([...below].sort());
  await button(head, 'Issued By').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect((await issuers()).slice(0, 4)).toEqual(up.toReversed());

  await page.getByRole('searchbox', { name: 'Search' }).fill('device ca');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('VPN Certificate');
  await page.getByRole('searchbox', { name: 'Search' }).fill('submarine');
  await button(page, 'Show all 7 certificates').click();
  await expect(rows).toHaveCount(7);
});

test('Edit Certificate changes description and type, and pushes nothing again', async ({
  desk: { page, portal },
}) => {
  await open(page);
  const claims = 'Signing Certificate, claims@';
  // Of this type there can be one only: the one that is there makes room.
  await choose(page, rowOf(page, claims, 'Mail CA 3'), 'Delete Certificate');
  await button(page.getByRole('alertdialog'), 'Delete Certificate').click();
  await expect(rowOf(page, claims, 'Mail CA 3')).toHaveCount(0);

  await choose(page, rowOf(page, 'Signing Certificate', 'Mail CA 3'), 'Edit Certificate');
  const dialog = page.getByRole('dialog', { name: 'Edit Certificate' });
  await expect(dialog.getByText('Nothing is changed yet.')).toBeVisible();
  const description = dialog.getByRole('textbox', { name: 'Description' });
  await expect(description).toHaveValue('For all mail');
  await type(page, 'Description', 'For mail to customers');
  const chooseType = async (name: string): Promise<void> => {
    await dialog.getByRole('button', { name: 'Certificate Type' }).click();
    await page.getByRole('option', { name, exact: true }).click();
  };
  // The portal knows that a certificate for signing is none for encryption, and nothing typed is lost.
  await chooseType('Encryption Certificate');
  await expect(dialog.getByText('Ready to save. The file stays as it is.')).toBeVisible();
  await button(dialog, 'Save changes').click();
  await expect(dialog.getByText('What you have changed is still here.')).toBeVisible();
  await expect(description).toHaveValue('For mail to customers');
  await chooseType(claims);
  await button(dialog, 'Save changes').click();
  await expect(dialog).toBeHidden();
  await button(rowOf(page, claims, 'Mail CA 3'), claims).click();
  await expect(page.getByText('For mail to customers')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(portal.repushedConfigurations()).toBe(0);
});

test('a file that replaces one for encryption is said to lose old mail, and is pushed again', async ({
  desk: { page, portal },
  folder,
  secrets,
}) => {
  const password = 'willow-Quay-318';
  secrets.push({ name: "the file's password", value: password });
  const p12 = await makeP12({ folder, password, email: portal.email, use: 'encryption' });
  await open(page);
  await choose(page, rowOf(page, 'Encryption Certificate', 'Mail CA 3'), 'Edit Certificate');
  const dialog = page.getByRole('dialog', { name: 'Edit Certificate' });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button(dialog, 'Choose File').click(),
  ]);
  await chooser.setFiles(p12.path);
  await type(page, 'Password', password);
  await expect(dialog.getByText('Old mail needs the key that is there now')).toBeVisible();
  for (const warning of await dialog.getByRole('checkbox').all())
    await warning.check({ force: true });
  await expect(dialog.getByText('Ready. The server pushes 3 configurations again.')).toBeVisible();
  await button(dialog, 'Save changes').click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByText('The server pushes the 3 configurations that use it again.'),
  ).toBeVisible();
  expect(portal.repushedConfigurations()).toBe(3);
  expect(Buffer.from(portal.newestFile() ?? portal.storedFile(8101) ?? []).equals(p12.bytes)).toBe(
    true,
  );
});

test('Clear Private Key and Delete Certificate say first what is lost, and push nothing again', async ({
  desk: { page, portal, line },
}) => {
  await open(page);
  const row = rowOf(page, 'Encryption Certificate', 'Mail CA 3');
  await choose(page, row, 'Clear Private Key');
  const question = page.getByRole('alertdialog', {
    name: /private key of Encryption Certificate/u,
  });
  for (const words of [
    'Old mail may become unreadable.',
    'The private key goes.',
    'The details stay.',
    'No configuration is pushed again.',
  ])
    await expect(question).toContainText(words);
  await button(question, 'Keep the key').click();
  await expect(question).toBeHidden();
  expect(line.count('clearPrivateKey')).toBe(0);
  await choose(page, row, 'Clear Private Key');
  await button(question, 'Clear Private Key').click();
  await expect(row.getByText('Private key cleared')).toBeVisible();

  const signing = rowOf(page, 'Signing Certificate', 'Mail CA 3');
  await choose(page, signing, 'Delete Certificate');
  const last = page.getByRole('alertdialog', { name: 'Delete Signing Certificate' });
  await expect(last).toContainText('The details go.');
  await expect(last).toContainText('No configuration is pushed again.');
  await button(last, 'Delete Certificate').click();
  await expect(signing).toHaveCount(0);
  await expect(page.getByText('Signing Certificate deleted')).toBeVisible();
  expect(portal.repushedConfigurations()).toBe(0);
});

test('Clear Private Key asks for the password again after five minutes', async ({
  desk: { page, portal, pass },
}) => {
  await open(page);
  pass(6 * 60_000);
  const row = rowOf(page, 'Encryption Certificate', 'Mail CA 3');
  await choose(page, row, 'Clear Private Key');
  await button(page.getByRole('alertdialog'), 'Clear Private Key').click();
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
  await type(page, 'Your password', portal.password);
  await page.keyboard.press('Enter');
  await expect(row.getByText('Private key cleared')).toBeVisible();
});

test('an error blocks the upload, a warning has to be read, and a failed upload loses nothing', async ({
  desk: { page, portal, line },
  folder,
  secrets,
}) => {
  const password = 'tin-Whistle-662';
  secrets.push({ name: "the file's password", value: password });
  const weak = await makeP12({ folder, password, email: portal.email, rounds: 1000 });
  await chooseCertificate(page, { type: 'Encryption Certificate', path: weak.path, password });
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  const upload = button(dialog, 'Upload');
  await expect(dialog.getByText(/errors? blocks? the upload\./u)).toBeVisible();
  await expect(upload).toBeDisabled();

  await dialog.getByRole('button', { name: 'Certificate Type' }).click();
  await page.getByRole('option', { name: 'Signing Certificate', exact: true }).click();
  await expect(dialog.getByText(/warnings? to read\./u)).toBeVisible();
  await expect(upload).toBeDisabled();
  for (const warning of await dialog.getByRole('checkbox').all())
    await warning.check({ force: true });
  await expect(upload).toBeEnabled();
  expect(line.count('uploadCertificate')).toBe(0);

  line.fault({ kind: 'answer', status: 503 }, { call: 'uploadCertificate', times: 9 });
  await upload.click();
  await expect(dialog.getByText('File and password are still here.')).toBeVisible({
    timeout: 40_000,
  });
  line.clear();
  line.fault({ kind: 'silence' }, { call: 'uploadCertificate' });
  await upload.click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await button(dialog, 'Cancel upload').click();
  await expect(upload).toBeEnabled();
  await expect(dialog.getByText(weak.name)).toBeVisible();
  line.clear();
  await button(dialog, 'Close').click();
  await expect(dialog).toBeHidden();
  expect(portal.repushedConfigurations()).toBe(0);
});
