import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../run/steps.ts';
import { expect, test } from '../support/desk.ts';
import { answerSaveDialog } from '../support/native-question.ts';
import { findSecrets } from '../support/secrets.ts';

test('a question mark lists the keys, and they do what it says', async ({ desk: { page } }) => {
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
  desk: { page, electron, portal },
  folder,
}) => {
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
  await answerSaveDialog(electron, path);
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

test('every package that the app depends on is among the licences that it shows', async ({
  desk: { page },
}) => {
  await page.getByRole('link', { name: 'Help' }).click();
  await page.getByRole('tab', { name: 'About' }).click();
  await page.getByRole('button', { name: 'Show licences' }).click();
  const packages = z.object({ dependencies: z.record(z.string(), z.string()) });
  const { dependencies } = packages.parse(
    JSON.parse(await readFile(`${root}/package.json`, 'utf8')),
  );
  const list = page.getByRole('region', { name: 'Work of others in Latchkey' });
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
