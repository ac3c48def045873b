import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchApp } from '../support/app.ts';
import { makeP12 } from '../support/p12.ts';
import { chooseCertificate, type } from '../support/steps.ts';
import { expect, notHere, test } from '../support/packed.ts';

const email = 'ines.declercq@haldenvoss.example';

test.skip(notHere !== undefined, notHere);

test(
  'the packaged app signs in to the demo portal and uploads a certificate',
  { tag: '@long' },
  async ({ packed, folder }) => {
    const profile = join(folder, 'profile');
    const { executable, env } = packed;
    const app = await launchApp({ profile, executable, env });
    const { page } = app;
    expect(await app.electron.evaluate(({ app: electronApp }) => electronApp.isPackaged)).toBe(
      true,
    );
    const preferences = await app.electron.evaluate(({ BrowserWindow }): unknown => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents ?? {};
      const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
      return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
    });
    expect(preferences).toMatchObject({ devTools: false, sandbox: true });
    await page.getByRole('button', { name: 'Try the demo portal' }).click();
    await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
    const p12 = await makeP12({
      folder,
      password: 'otter-river-Ninety-5',
      email,
    });
    await chooseCertificate(page, { type: 'Signing Certificate', ...p12 });
    const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
    await expect(dialog.getByRole('heading', { name: 'Ines Declercq' })).toBeVisible();
    for (const warning of await dialog.getByRole('checkbox').all()) await warning.check();
    await dialog.getByRole('button', { name: 'Upload' }).click();
    await expect(dialog).toBeHidden();
    const table = page.getByRole('table', { name: 'My Certificates' });
    await expect(
      table.getByRole('row').filter({ hasText: 'Halden & Voss Mail CA 3' }),
    ).not.toHaveCount(0);
    expect(app.complaints).toEqual([]);
    await app.close();
  },
);

test(
  'the packaged app opens the file that it is started with, whatever else stands on its command line',
  { tag: '@long' },
  async ({ packed, folder }) => {
    const p12 = await makeP12({ folder, password: 'lake-heron-Sixty-2', email });
    await writeFile(join(folder, 'other.pem'), 'no certificate');
    const app = await launchApp({
      profile: join(folder, 'profile'),
      executable: packed.executable,
      env: packed.env,
      args: ['--some-switch', p12.path, join(folder, 'other.pem')],
    });
    const { page } = app;
    await expect(page.getByRole('heading', { name: /asks for its password/u })).toBeVisible();
    await type(page, 'Password', p12.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').first()).toBeVisible();
    await page.getByRole('button', { name: 'Close the file' }).click();
    await expect(page.getByRole('button', { name: 'other.pem' })).toBeVisible();
    await app.close();
  },
);
