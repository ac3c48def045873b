import type { ElectronApplication, Page } from '@playwright/test';
import type { P12File } from '../support/p12.ts';
import { helpViews, lostViews } from './help-views.ts';

/** What a view needs to come about. */
export type Stage = { page: Page; electron: ElectronApplication; p12: P12File };

/** One thing to look at: how to get there from the view before it, and how to leave it tidy. */
export type View = {
  name: string;
  show: (stage: Stage) => Promise<void>;
  leave?: (stage: Stage) => Promise<void>;
};

const goTo =
  (link: string) =>
  async ({ page }: Pick<Stage, 'page'>) => {
    await page.getByRole('link', { name: link }).click();
    // The page's part of the program is loaded when it is first opened.
    await page.getByRole('heading', { level: 1, name: link }).waitFor();
  };

async function openAdd({ page }: Stage): Promise<void> {
  await page.getByRole('link', { name: 'My Certificates' }).click();
  await page.getByRole('button', { name: 'Add Certificate' }).first().click();
}

async function choose({ page, p12 }: Stage, password: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose File' }).first().click(),
  ]);
  await chooser.setFiles(p12.path);
  await page.getByLabel('Password', { exact: true }).first().click();
  await page.keyboard.insertText(password);
}

/** Chooses several at once: one that is fine, one that is cut off, one that is there twice, and a letter. */
async function chooseSeveral(stage: Stage): Promise<void> {
  await openAdd(stage);
  const { page, p12 } = stage;
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose File' }).first().click(),
  ]);
  const mimeType = 'application/x-pkcs12';
  const cut = p12.bytes.subarray(0, 900);
  await chooser.setFiles([
    { name: p12.name, mimeType, buffer: p12.bytes },
    { name: 'cut-off-in-the-mail.p12', mimeType, buffer: cut },
    { name: 'the-same-again.p12', mimeType, buffer: p12.bytes },
    { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n') },
  ]);
  await page.getByRole('dialog').getByText('2 files were left out').waitFor();
}

async function addOpened(stage: Stage, type: string): Promise<void> {
  await openAdd(stage);
  await stage.page.getByRole('button', { name: 'Certificate Type' }).click();
  await stage.page.getByRole('option', { name: type, exact: true }).click();
  await choose(stage, stage.p12.password);
  await stage.page.getByRole('dialog').getByRole('heading', { name: 'Ines Declercq' }).waitFor();
}

/** Opens the menu of the first row of a type, and chooses from it. */
const choosing =
  (row: string, item: string | null) =>
  async ({ page }: Stage): Promise<void> => {
    await page.getByRole('link', { name: 'My Certificates' }).click();
    await page
      .getByRole('button', { name: `Actions for ${row}` })
      .first()
      .click();
    if (item !== null) await page.getByRole('menuitem', { name: item }).click();
  };

const escape = async ({ page }: Stage): Promise<void> => {
  await page.keyboard.press('Escape');
};

/** The sign-in page, before anybody is signed in. */
export const signedOut: readonly View[] = [
  { name: 'sign-in', show: async ({ page }) => page.mouse.move(0, 0) },
];

/** Everything else, in the demo portal. */
export const signedIn: readonly View[] = [
  { name: 'devices', show: goTo('My Devices') },
  {
    name: 'device',
    show: async ({ page }) => {
      await page.getByRole('option', { name: 'Pixel 10' }).click();
    },
  },
  {
    name: 'lock',
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Lock', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
    leave: escape,
  },
  { name: 'certificates', show: goTo('My Certificates') },
  { name: 'add-empty', show: openAdd, leave: escape },
  {
    name: 'add-opened',
    show: (stage) => addOpened(stage, 'Signing Certificate'),
    leave: escape,
  },
  {
    name: 'add-blocked',
    show: (stage) => addOpened(stage, 'Encryption Certificate'),
    leave: escape,
  },
  {
    name: 'add-wrong-password',
    show: async (stage) => {
      await openAdd(stage);
      await choose(stage, 'not this one');
      await stage.page.getByRole('alert').first().waitFor();
    },
    leave: escape,
  },
  { name: 'add-several', show: chooseSeveral },
  {
    name: 'add-several-opened',
    show: async ({ page, p12 }) => {
      await page.getByLabel('Password', { exact: true }).click();
      await page.keyboard.insertText(p12.password);
      await page.getByRole('dialog').getByRole('heading', { name: 'Ines Declercq' }).waitFor();
    },
  },
  {
    name: 'add-several-uploaded',
    show: async ({ page }) => {
      for (const read of await page.getByRole('checkbox', { name: 'I have read this' }).all())
        await read.check({ force: true });
      await page.getByRole('button', { name: 'Upload 1' }).click();
      await page.getByRole('dialog').getByText('1 uploaded', { exact: false }).waitFor();
    },
    leave: escape,
  },
  {
    name: 'add-several-none',
    show: async (stage) => {
      await chooseSeveral(stage);
      const remove = stage.page.getByRole('button', { name: /^Take .* out of the list$/u });
      while ((await remove.count()) > 0) await remove.first().click();
      await stage.page.getByRole('heading', { name: 'No file in the list' }).waitFor();
    },
    leave: escape,
  },
  { name: 'certificate-menu', show: choosing('Encryption Certificate', null), leave: escape },
  {
    name: 'clear-key',
    show: choosing('Encryption Certificate', 'Clear Private Key'),
    leave: escape,
  },
  {
    name: 'delete-certificate',
    show: choosing('Signing Certificate', 'Delete Certificate'),
    leave: escape,
  },
  { name: 'edit', show: choosing('Encryption Certificate', 'Edit Certificate'), leave: escape },
  {
    name: 'edit-replace',
    show: async (stage) => {
      await choosing('Encryption Certificate', 'Edit Certificate')(stage);
      await choose(stage, stage.p12.password);
      await stage.page
        .getByRole('dialog')
        .getByRole('heading', { name: 'Ines Declercq' })
        .waitFor();
    },
    leave: escape,
  },
  { name: 'inspect', show: goTo('Inspect') },
  {
    name: 'inspect-opened',
    show: async (stage) => {
      await choose(stage, stage.p12.password);
      await stage.page.keyboard.press('Enter');
      await stage.page.getByRole('heading', { name: 'Ines Declercq' }).first().waitFor();
    },
  },
  {
    name: 'strong-copy',
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Save a stronger copy' }).click();
      await page.getByLabel('New password', { exact: true }).click();
      await page.keyboard.insertText('seven-Amber-lanterns-9');
      await page.getByLabel('New password again').click();
      await page.keyboard.insertText('seven-Amber-lan');
    },
    leave: async (stage) => {
      await escape(stage);
      await stage.page.getByRole('link', { name: 'My Devices' }).click();
    },
  },
  {
    name: 'activity',
    show: async ({ page }) => {
      await goTo('My Devices')({ page });
      await page.getByRole('option', { name: 'Pixel 10' }).click();
      await page.getByRole('button', { name: 'Force Check-in', exact: true }).click();
      await goTo('Activity')({ page });
      await page.getByText('check-in of Pixel 10').first().waitFor();
    },
  },
  {
    name: 'activity-filtered',
    show: async ({ page }) => {
      await page.getByRole('tab', { name: 'Account' }).click();
    },
    leave: async ({ page }) => {
      await page.getByRole('tab', { name: 'All' }).click();
    },
  },
  {
    name: 'activity-nothing-found',
    show: async ({ page }) => {
      await page.getByRole('searchbox', { name: 'Search' }).fill('submarine');
      await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    },
    leave: escape,
  },
  {
    name: 'activity-clear',
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Clear activity' }).click();
      await page.getByRole('alertdialog', { name: 'Clear activity' }).waitFor();
    },
    leave: async ({ page }) => {
      const question = page.getByRole('alertdialog', { name: 'Clear activity' });
      await question.getByRole('button', { name: 'Clear activity' }).click();
    },
  },
  {
    name: 'activity-empty',
    show: async ({ page }) => {
      await page.getByRole('heading', { name: 'Nothing done yet' }).waitFor();
    },
  },
  { name: 'account', show: goTo('Account') },
  {
    name: 'account-password',
    show: async ({ page }) => {
      await page.getByLabel('New password', { exact: true }).click();
      await page.keyboard.insertText('tram-4411-harbor');
      await page.getByText('rules are not met yet').waitFor();
    },
  },
  { name: 'settings', show: goTo('Settings') },
  ...lostViews,
  ...helpViews,
];
