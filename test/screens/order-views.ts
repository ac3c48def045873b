import type { Stage, View } from './views.ts';

const dialog = (page: Stage['page']) => page.getByRole('dialog').or(page.getByRole('alertdialog'));

/** Opens a device and presses one of its actions. */
const ordering =
  (device: string, action: string) =>
  async ({ page }: Stage): Promise<void> => {
    await page.getByRole('link', { name: 'My Devices' }).click();
    await page.getByRole('option', { name: device }).click();
    await page.getByRole('button', { name: action, exact: true }).click();
    await dialog(page).getByRole('heading').first().waitFor();
  };

const escape = async ({ page }: Stage): Promise<void> => {
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
};

/** What is asked before a device obeys, and how another one comes to the list; in the demo portal. */
export const orderViews: readonly View[] = [
  {
    name: 'device-tablet',
    show: async ({ page }) => {
      await page.getByRole('option', { name: 'Ines’s iPad' }).click();
      await page.getByRole('article', { name: 'Ines’s iPad' }).waitFor();
    },
  },
  { name: 'unlock', show: ordering('Pixel 10', 'Unlock'), leave: escape },
  { name: 'retire', show: ordering('Pixel 10', 'Retire'), leave: escape },
  { name: 'wipe', show: ordering('Ines’s iPad', 'Wipe'), leave: escape },
  { name: 'wipe-mac', show: ordering('Ines’s MacBook Pro', 'Wipe'), leave: escape },
  { name: 'lock-mac', show: ordering('Ines’s MacBook Pro', 'Lock'), leave: escape },
  {
    name: 'register',
    show: async ({ page }) => {
      await page.getByRole('link', { name: 'My Devices' }).click();
      await page.getByRole('button', { name: 'Register another device' }).click();
      await dialog(page).getByRole('heading').first().waitFor();
    },
    leave: escape,
  },
  {
    name: 'several',
    show: async ({ page }) => {
      await page.getByRole('link', { name: 'My Devices' }).click();
      await page.getByRole('button', { name: 'Choose several' }).click();
      await page.getByRole('option', { name: 'Pixel 10' }).click();
      await page.getByRole('heading', { name: '1 device chosen' }).waitFor();
    },
    leave: async ({ page }) => {
      await page.getByRole('button', { name: 'Done choosing' }).click();
    },
  },
];
