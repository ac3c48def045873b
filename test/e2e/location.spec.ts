import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/shared-app.ts';

const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

test('a step that can’t be taken says why, and a map opens in the browser only when asked', async ({
  app,
}) => {
  const { page, electron } = app;
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const opened = (): Promise<string[]> =>
    electron.evaluate(() => {
      const { opened } = Object.assign({ opened: [] as string[] }, globalThis);
      return opened;
    });
  await page.getByRole('button', { name: 'Try the demo portal' }).click();
  await page.getByRole('option', { name: 'GNT-LT-04417' }).click();
  await page.getByRole('button', { name: 'Lost it? Four steps' }).click();
  const locate = button(page, 'View Location');
  await expect(locate).toBeDisabled();
  await expect(page.getByText(/does not collect where devices are/u)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('option', { name: 'Ines’s iPad' }).click();
  await button(page, 'View Location').click();
  await expect(page.getByRole('figure')).toBeVisible();
  const map = page.getByRole('figure').locator('svg').first();
  const before = await map.innerHTML();
  const box = await page.getByRole('figure').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 300];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 160, y - 40, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => map.innerHTML()).not.toBe(before);
  expect(await opened()).toEqual([]);
  await button(page, 'Open in Maps').click();
  await expect.poll(opened).toHaveLength(1);
  const [url = ''] = await opened();
  expect(url).toMatch(/^https:\/\/www\.openstreetmap\.org\/\?mlat=[\d.-]+&mlon=[\d.-]+#map=/u);
  // The next test of this worker finds the app as this one did.
  await page.evaluate(() => window.portal.call('session.signOut', undefined));
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
