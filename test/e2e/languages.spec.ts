import { expect, test } from '../support/story.ts';
import { signIn, type } from '../support/steps.ts';

const english = { LANG: 'en_GB.UTF-8' };

test('Deutsch, chosen at sign-in, holds at once, on every page and after a restart', async ({
  launch,
  portal,
}) => {
  const first = await launch(english);
  const { page } = first;
  await type(page, 'User name', 'ines');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByLabel('Benutzername')).toHaveValue('ines');
  await expect(page.getByRole('button', { name: 'Sprache' })).toBeFocused();

  await type(page, 'Portaladresse', portal.url);
  await type(page, 'Benutzername', portal.username);
  await type(page, 'Passwort', portal.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Meine Geräte' })).toBeVisible();
  await page.getByRole('link', { name: 'Meine Zertifikate' }).click();
  await expect(page.getByRole('columnheader', { name: 'Ausgestellt von' })).toBeVisible();
  await first.close();

  const second = await launch(english);
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'de');
});

test('“same as the system” follows LANG, and is English where Latchkey does not speak it', async ({
  launch,
}) => {
  const german = await launch({ LANG: 'de_AT.UTF-8' });
  await expect(german.page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await german.close();

  const portuguese = await launch({ LANG: 'pt_BR.UTF-8' });
  await expect(portuguese.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a language chosen in Settings holds at once, and so does going back to the system’s', async ({
  launch,
  portal,
}) => {
  const { page } = await launch({ LANG: 'pt_PT.UTF-8', LANGUAGE: 'pt:en' });
  await signIn(page, portal);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { name: 'Réglages' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mes appareils' })).toBeVisible();
  await page.getByRole('button', { name: 'Langue' }).click();
  await page.getByRole('option', { name: 'Comme le système (English)' }).click();
  await expect(page.getByRole('link', { name: 'My Devices' })).toBeVisible();
});

test('the native question before a wipe, and the menu, are in the person’s language', async ({
  launch,
}) => {
  const { page, electron } = await launch({ LANG: 'de_DE.UTF-8' });
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = (...args: unknown[]) => {
      Object.assign(globalThis, { askedNatively: args.at(-1) });
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  await page.getByRole('button', { name: 'Demo-Portal ausprobieren' }).click();
  await page.getByRole('option', { name: 'Pixel 10' }).click();
  await page.getByRole('button', { name: 'Zurücksetzen', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Pixel 10 zurücksetzen' });
  await dialog.getByLabel('Geben Sie den Namen des Geräts ein').fill('Pixel 10');
  await dialog.getByRole('button', { name: 'Pixel 10 zurücksetzen' }).click();
  await expect
    .poll(() => electron.evaluate((): unknown => Reflect.get(globalThis, 'askedNatively')))
    .toMatchObject({
      message: '\u2068Pixel 10\u2069 zurücksetzen?',
      buttons: ['Abbrechen', 'Zurücksetzen'],
    });
  const menus = await electron.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  expect(menus).toContain('Bearbeiten');
});
