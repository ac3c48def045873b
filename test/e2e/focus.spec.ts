import type { Locator, Page } from '@playwright/test';
import { makeP12 } from '../support/p12.ts';
import { expect, test } from '../support/desk.ts';
import { chooseCertificate, type } from '../support/steps.ts';

/* What a person hears of, and where their keyboard is, when something opens, ends or closes. */

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: true });

/** A dialog: where it is opened from, and what has to be done on the way to its button. */
type Opening = { name: string; on: string; device?: string; from: string | RegExp; item?: string };

const openings: readonly Opening[] = [
  { name: 'Lock Pixel 10', on: 'My Devices', device: 'Pixel 10', from: 'Lock' },
  { name: 'Unlock Pixel 10', on: 'My Devices', device: 'Pixel 10', from: 'Unlock' },
  { name: 'Retire Pixel 10', on: 'My Devices', device: 'Pixel 10', from: 'Retire' },
  { name: 'Wipe Pixel 10', on: 'My Devices', device: 'Pixel 10', from: 'Wipe' },
  { name: 'Register another device', on: 'My Devices', from: 'Register another device' },
  { name: 'Add Certificate', on: 'My Certificates', from: 'Add Certificate' },
  {
    name: 'Edit Certificate',
    on: 'My Certificates',
    from: /^Actions for Enc/u,
    item: 'Edit Certificate',
  },
  {
    name: 'Clear the private key of VPN Certificate',
    on: 'My Certificates',
    from: /^Actions for VPN/u,
    item: 'Clear Private Key',
  },
  {
    name: 'Delete VPN Certificate',
    on: 'My Certificates',
    from: /^Actions for VPN/u,
    item: 'Delete Certificate',
  },
  { name: 'VPN Certificate', on: 'My Certificates', from: 'VPN Certificate' },
  { name: 'Clear activity', on: 'Activity', from: 'Clear activity' },
];

test('every dialog takes the focus, keeps it while Tab goes round, and gives it back', async ({
  desk: { page },
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  for (const { name, on, device, from, item } of openings) {
    await page.getByRole('link', { name: on }).click();
    if (device !== undefined) await page.getByRole('option', { name: device }).click();
    const trigger = button(page.getByRole('main'), from).first();
    await trigger.focus();
    await page.keyboard.press('Enter');
    if (item !== undefined) {
      const entry = page.getByRole('menuitem', { name: item });
      await entry.focus();
      await page.keyboard.press('Enter');
    }
    const dialog = page.getByRole(
      /^(?:Wipe|Retire|Clear|Delete)/u.test(name) ? 'alertdialog' : 'dialog',
      { name, exact: true },
    );
    await expect(dialog, name).toBeVisible();
    const isInside = (): Promise<boolean> =>
      dialog.evaluate((box) => box.contains(document.activeElement));
    await expect.poll(isInside, { message: `${name}: the focus is in it` }).toBe(true);
    for (let step = 0; step < 16; step += 1) {
      await page.keyboard.press(step < 12 ? 'Tab' : 'Shift+Tab');
      expect(await isInside(), `${name}: Tab stays in it`).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(dialog, name).toBeHidden();
    await expect(trigger, `${name}: the focus is back`).toBeFocused();
  }
});

/** Every text that a live region has said since, in the order in which it was said. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    window.marks = [];
    const hear = (): void => {
      for (const region of document.querySelectorAll(
        '[aria-live], output, [role=status], [role=alert], [role=log]',
      )) {
        const text = (region.textContent ?? '').trim();
        if (text !== '' && !window.marks.includes(text)) window.marks.push(text);
      }
    };
    new MutationObserver(hear).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  return () => page.evaluate(() => window.marks);
}

test('what is asked for, how far it is and how it ends is told to those who can’t see it', async ({
  desk: { page, portal, line },
  folder,
  secrets,
}) => {
  const heard = await listen(page);
  const hears = (words: string | RegExp): Promise<void> =>
    expect
      .poll(
        async () =>
          (await heard()).filter((text) =>
            typeof words === 'string' ? text.includes(words) : words.test(text),
          ),
        {
          message: String(words),
          timeout: 30_000,
        },
      )
      .not.toEqual([]);
  await page.getByRole('option', { name: 'Pixel 10' }).click();
  await button(page, 'Force Check-in').click();
  await hears('Check-in requested.');
  await hears('Force Check-in on Pixel 10: done.');
  await page.getByRole('searchbox', { name: 'Search name, model, serial' }).fill('thinkpad');
  await hears('1 device found');
  await page.getByRole('searchbox', { name: 'Search name, model, serial' }).fill('');

  const password = 'amber-Tram-204';
  secrets.push({ name: "the file's password", value: password });
  const p12 = await makeP12({ folder, password, email: portal.email });
  await chooseCertificate(page, { type: 'Signing Certificate', path: p12.path, password: 'wrong' });
  await hears('The file does not open.');
  await type(page, 'Password', password);
  const dialog = page.getByRole('dialog', { name: 'Add Certificate' });
  await expect(dialog.getByRole('heading', { name: 'Ines Declercq' })).toBeVisible();
  for (const warning of await dialog.getByRole('checkbox').all())
    await warning.check({ force: true });
  await hears('After the upload the server pushes 3 configurations again.');
  line.fault({ kind: 'delay', ms: 1500 }, { call: 'uploadCertificate' });
  await button(dialog, 'Upload').click();
  await hears(/^(?:Sending|The portal looks at it)$/u);
  await hears('Signing Certificate uploaded');
  await line.down();
  await page.getByRole('link', { name: 'My Devices' }).click();
  await page.getByRole('option', { name: 'Ines’s iPad' }).click();
  await hears('Portal not reachable');
  await line.up();
});
