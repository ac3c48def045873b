import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { expect, test } from '../support/story.ts';

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
