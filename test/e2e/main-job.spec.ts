import { expect, test } from '../support/story.ts';
import { makeP12 } from '../support/p12.ts';
import { chooseCertificate, signIn } from '../support/steps.ts';

test('an employee signs in, locks a phone, and adds the certificate that IT sent', async ({
  app,
  folder,
  portal,
  secrets,
}) => {
  const { page } = app;
  // This one goes as most people have it.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const p12 = await makeP12({
    folder,
    password: 'river-otter-Ninety-4',
    email: portal.email,
    rounds: 600_000,
  });
  secrets.push({ name: "the file's password", value: p12.password });

  await signIn(page, portal);
  const devices = page.getByRole('listbox', { name: 'My Devices' });
  await expect(devices.getByRole('option')).toHaveCount(8);

  await devices.getByRole('option', { name: 'Pixel 10' }).click();
  const detail = page.getByRole('article', { name: 'Pixel 10' });
  await detail.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lock Pixel 10' }).click();
  const timeline = detail.getByRole('region', { name: 'Lock' });
  await expect(timeline.getByText('Requested', { exact: true })).toBeVisible();
  await expect(timeline.getByText('Sent', { exact: true })).toBeVisible();
  await expect(timeline.getByText('The phone has locked itself.')).toBeVisible({ timeout: 20_000 });

  await chooseCertificate(page, { type: 'Signing Certificate', ...p12 });
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  await expect(dialog.getByRole('heading', { name: 'Ines Declercq' })).toBeVisible();
  await expect(dialog.getByText('Halden & Voss Mail CA 3').first()).toBeVisible();
  await expect(dialog.getByText('RSA 2048', { exact: false }).first()).toBeVisible();
  for (const warning of await dialog.getByRole('checkbox').all()) await warning.check();
  expect(portal.requests()).not.toContain('POST /api/v1/ssp/certificate');
  await dialog.getByRole('button', { name: 'Upload' }).click();
  await expect(dialog).toBeHidden();

  const table = page.getByRole('table', { name: 'My Certificates' });
  for (const column of [
    'Certificate Name',
    'Issued By',
    'Uploaded On',
    'Expiration Date',
    'Actions',
  ])
    await expect(table.getByRole('columnheader', { name: column })).toBeVisible();
  await expect(
    table.getByRole('row').filter({ hasText: 'Halden & Voss Mail CA 3' }),
  ).not.toHaveCount(0);
  const uploads = portal.requests().filter((request) => request === 'POST /api/v1/ssp/certificate');
  expect(uploads).toHaveLength(1);
  expect(Buffer.from(portal.newestFile() ?? []).equals(p12.bytes)).toBe(true);

  secrets.push({ name: "the file's bytes", value: p12.bytes.subarray(200, 260) });
});
