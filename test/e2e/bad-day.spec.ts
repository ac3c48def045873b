import { startSwitchboard } from '../portal/switchboard.ts';
import { sessionExpired } from '../portal/faults.ts';
import { makeP12 } from '../support/p12.ts';
import { chooseCertificate, signIn, signOut } from '../support/steps.ts';
import { expect, test } from '../support/shared-app.ts';

const call = 'uploadCertificate';

/** A date as the table writes it. */
const inDays = (days: number): string =>
  new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: '2-digit' }).format(
    Date.now() + days * 86_400_000,
  );

test.afterEach(({ app: { page } }) => signOut(page));

test('an upload goes on while the page is loaded again, and arrives once', async ({
  app,
  folder,
  portal,
  secrets,
}) => {
  const { page } = app;
  const line = await startSwitchboard({ portal: portal.url });
  const p12 = await makeP12({ folder, password: 'willow-Drum-640', email: portal.email });
  secrets.push({ name: "the file's password", value: p12.password });
  await signIn(page, { ...portal, url: line.url });
  await chooseCertificate(page, { type: 'Signing Certificate', ...p12 });
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  line.fault({ kind: 'delay', ms: 6000 }, { call });
  await dialog.getByRole('button', { name: 'Upload' }).click();
  await expect.poll(() => line.count(call)).toBe(1);
  await page.reload();
  await expect(page.getByText('Uploading').first()).toBeVisible();
  await page.getByRole('link', { name: 'My Certificates' }).click();
  await expect(page.getByRole('row').filter({ hasText: inDays(700) })).toBeVisible({
    timeout: 30_000,
  });
  expect(line.count(call)).toBe(1);
  await line.close();
});

test('a session that the portal ends says so, and the password is asked for again', async ({
  app,
  portal,
}) => {
  const { page } = app;
  const line = await startSwitchboard({ portal: portal.url });
  await signIn(page, { ...portal, url: line.url });
  await page.getByRole('option', { name: 'Pixel 10' }).click();
  // A look at the list in between would be told of it before the press.
  line.fault(sessionExpired, { call: 'forceCheckin', times: 99 });
  await page.getByRole('button', { name: 'Force Check-in' }).click();
  await expect(page.getByText('Your session has ended', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(portal.username);
  line.clear();
  await signIn(page, { ...portal, url: line.url });
  expect(line.count('forceCheckin')).toBe(1);
  await line.close();
});

test('whatever a portal writes into its texts is shown as text', async ({ app, portal }) => {
  const { page } = app;
  const hostile = '<img src=x onerror="window.mark(1)"><script>window.mark(2)</script>‮Pixel';
  const line = await startSwitchboard({ portal: portal.url });
  await page.evaluate(() => {
    window.marks = [];
    window.mark = (name) => {
      window.marks.push(name);
    };
  });
  const change = (answer: unknown): unknown => {
    const inside = JSON.stringify(hostile).slice(1, -1);
    return JSON.parse(JSON.stringify(answer).replaceAll('Pixel 10', () => inside));
  };
  line.fault({ kind: 'json', change }, { call: 'devices', times: 9 });
  await signIn(page, { ...portal, url: line.url });
  const device = page.getByRole('option', { name: '<img src=x' });
  await expect(device).toBeVisible();
  await device.click();
  await expect(page.getByRole('heading', { level: 2 })).toContainText('<script>');
  // The sign that turns text around is taken out, so that no name can pretend to be another.
  await expect(page.getByText('‮')).toHaveCount(0);
  expect(await page.evaluate(() => window.marks)).toEqual([]);
  await line.close();
});
