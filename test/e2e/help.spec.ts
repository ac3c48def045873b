import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../run/steps.ts';
import type { RunningApp } from '../support/app.ts';
import { findSecrets } from '../support/secrets.ts';
import { expect, test } from '../support/story.ts';
import { signIn, type } from '../support/steps.ts';

/** Answers main's next save dialog as a person would, with a place of the test's. */
async function saveTo({ electron }: RunningApp, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

test('who has lost the address finds it, and takes the portal along as a web clip', async ({
  app,
  folder,
}) => {
  const { page } = app;
  const path = join(folder, 'portal.mobileconfig');
  await saveTo(app, path);
  await page.getByRole('button', { name: 'Save as an iPhone Web Clip' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as an iPhone Web Clip' });
  await type(page, 'Name under the icon', 'Acme & <Partners>');
  await dialog.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText('portal.mobileconfig saved')).toBeVisible();
  const script =
    'import plistlib,sys;c=plistlib.load(open(sys.argv[1],"rb"))["PayloadContent"][0];print(c["URL"],c["Label"],c["IsRemovable"])';
  const read = execFileSync('python3', ['-c', script, path]).toString().trim();
  expect(read).toBe('https://mydevices.mobileiron.com/user/login.html Acme & <Partners> True');
});

test('a question mark lists the keys, and they do what it says', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Try the demo portal' }).click();
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('tab', { name: 'Keyboard shortcuts' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByRole('region', { name: 'View', exact: true })).toContainText('Ctrl');
  await page.getByRole('tab', { name: 'Keyboard shortcuts' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Self-checks' })).toBeVisible();
});

test('the self-checks run, and the report that is read and saved holds no secret', async ({
  app,
  folder,
  portal,
}) => {
  const { page } = app;
  await signIn(page, portal);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Open Diagnostics' }).click();
  await page.getByRole('button', { name: 'Run all six' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'can be looked into' })).toContainText(
    'Passed',
    { timeout: 30_000 },
  );
  const disk = page.getByRole('listitem').filter({ hasText: 'The disk takes' });
  await expect(disk).toContainText('are free');
  await page.getByRole('button', { name: 'Read the report' }).click();
  const text = await page.getByLabel('The report as it will be saved').inputValue();
  expect(text).toContain('6. inspection passed opened');
  const path = join(folder, 'report.txt');
  await saveTo(app, path);
  await page.getByRole('button', { name: 'Save report' }).click();
  await expect(page.getByText('report.txt saved')).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe(text);
  const secrets = [
    { name: 'the password', value: portal.password },
    { name: 'the e-mail address', value: portal.email },
    ...portal.tokens().map((value) => ({ name: 'a token', value })),
  ];
  expect(secrets.length).toBeGreaterThan(2);
  expect(findSecrets(Buffer.from(text), secrets)).toEqual([]);
});

test('a window that crashed and an app that was killed are told with a reference', async ({
  launch,
  profile,
}) => {
  await (await launch()).close();
  const first = await launch();
  const calm = await first.page.evaluate(() => window.portal.call('diagnostics.report', undefined));
  expect(JSON.stringify(calm), 'an app that was closed as usual').toContain('none known');
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  const log = (): Promise<string> => readFile(join(profile, 'logs', 'main.log'), 'utf8');
  await expect.poll(log).toMatch(/window gone where=\S+ reference=[0-9A-F]{8}/u);
  first.electron.process().kill('SIGKILL');

  const { page } = await launch();
  const read = await page.evaluate(() => window.portal.call('diagnostics.report', undefined));
  const { value } = z.object({ value: z.object({ text: z.string() }) }).parse(read);
  const [, reference = ''] = /Last crash\n {2}app ([0-9A-F]{8})/u.exec(value.text) ?? [];
  expect(value.text).toContain(`last run did not end reference=${reference}`);
  expect(await log()).toContain(`run reference=${reference}`);
  await page.getByRole('button', { name: 'More help' }).click();
  await expect(page.getByText(`tell IT this reference: ${reference}`)).toBeVisible();
});

test('every package that the app depends on is among the licences that it shows', async ({
  app,
}) => {
  await app.page.getByRole('button', { name: 'More help' }).click();
  await app.page.getByRole('tab', { name: 'About' }).click();
  await app.page.getByRole('button', { name: 'Show licences' }).click();
  const packages = z.object({ dependencies: z.record(z.string(), z.string()) });
  const { dependencies } = packages.parse(
    JSON.parse(await readFile(`${root}/package.json`, 'utf8')),
  );
  const list = app.page.getByRole('region', { name: 'Work of others in Latchkey' });
  await expect(list.getByRole('button', { name: /^react / })).toBeVisible();
  const shown = await list.getByRole('button').allInnerTexts();
  const names = await Promise.all(
    Object.keys(dependencies).map(async (alias) => {
      const file = await readFile(join(root, 'node_modules', alias, 'package.json'), 'utf8');
      return z.object({ name: z.string() }).parse(JSON.parse(file)).name;
    }),
  );
  expect(names.length).toBeGreaterThan(20);
  const told = new Set(shown.map((one) => one.split(/\s/u)[0]));
  expect(names.filter((name) => !told.has(name))).toEqual([]);
});
