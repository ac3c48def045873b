import type { Stage, View } from './views.ts';

const goTo =
  (link: string) =>
  async ({ page }: Stage): Promise<void> => {
    await page.getByRole('link', { name: link }).click();
  };

const escape = async ({ page }: Stage): Promise<void> => {
  await page.keyboard.press('Escape');
};

const pressing =
  (name: string | RegExp) =>
  async ({ page }: Stage): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
  };

async function openDevice({ page }: Stage, name: string): Promise<void> {
  await page.getByRole('link', { name: 'My Devices' }).click();
  await page.getByRole('option', { name }).click();
}

/** The lost-device guide, step by step, and where a device is. */
export const lostViews: readonly View[] = [
  {
    name: 'lost-find',
    show: async (stage) => {
      await openDevice(stage, 'Ines’s iPad');
      await pressing('Lost it? Four steps')(stage);
      await stage.page.getByRole('heading', { name: 'Lost Ines’s iPad?' }).waitFor();
    },
  },
  { name: 'lost-lock', show: pressing(/^Next/u) },
  { name: 'lost-tell', show: pressing(/^Next/u) },
  { name: 'lost-wipe', show: pressing(/^Next/u), leave: escape },
  {
    name: 'location',
    show: async (stage) => {
      await openDevice(stage, 'Ines’s iPad');
      await pressing('View Location')(stage);
      await stage.page.getByRole('figure').locator('svg').first().waitFor();
    },
    leave: escape,
  },
];

/** Help, part by part, and what is asked for from there. */
export const helpViews: readonly View[] = [
  {
    name: 'help-portal',
    show: async (stage) => {
      await goTo('Help')(stage);
      await stage.page.getByRole('tab', { name: 'Where is my portal?' }).click();
    },
  },
  { name: 'web-clip', show: pressing('Save as an iPhone Web Clip'), leave: escape },
  {
    name: 'help-shortcuts',
    show: async ({ page }) => {
      await page.getByRole('tab', { name: 'Keyboard shortcuts' }).click();
    },
  },
  {
    name: 'help-diagnostics',
    show: async ({ page }) => {
      await page.getByRole('tab', { name: 'Diagnostics' }).click();
      await page.getByRole('button', { name: 'Run all six' }).click();
      await page.getByText('It opened a test certificate').waitFor();
    },
  },
  {
    name: 'help-report',
    show: async ({ page }) => {
      await page
        .getByRole('button', { name: /report|Make it anew/u })
        .first()
        .click();
      await page.getByLabel('The report as it will be saved').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'help-licences',
    show: async ({ page }) => {
      await page.getByRole('tab', { name: 'About' }).click();
      await page.getByRole('button', { name: 'Show licences' }).click();
      await page.getByText('works of others under').waitFor();
    },
    leave: goTo('My Devices'),
  },
];
