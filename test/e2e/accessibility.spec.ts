import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { signedIn, signedOut } from '../screens/views.ts';
import type { View } from '../screens/views.ts';
import { makeP12 } from '../support/p12.ts';
import { expect, test } from '../support/story.ts';

/** A menu item's description is told as one (aria-describedby) and is no part of its name; axe reads both as label. */
const isDescribedItem = (rule: string, html: string): boolean =>
  rule === 'label-content-name-mismatch' &&
  html.includes('role="menuitem"') &&
  html.includes('aria-describedby=');

/** Waits until nothing is half-way between two looks. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const endless = (animation: Animation): boolean =>
      animation.effect?.getComputedTiming().iterations === Infinity;
    const passing = document.getAnimations().filter((animation) => !endless(animation));
    await Promise.allSettled(passing.map((animation) => animation.finished));
  });
}

/**
 * The looks of one view. Names, roles and order are the same in all of them: only the first is held against every
 * rule, the others against those that judge colours.
 */
const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' }, rules: null },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' }, rules: 'colours' },
  {
    name: 'forced colours',
    media: { colorScheme: 'dark', forcedColors: 'active' },
    rules: 'colours',
  },
] as const;
/** Two more looks take as long as the first with all its rules: without LATCHKEY_LONG they take turns. */
const isLong = process.env['LATCHKEY_LONG'] === '1';
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands, in one line each. */
async function violations(page: Page, rules: 'colours' | null): Promise<string[]> {
  // Once there it is not sent again: each copy stays, and the search of the heap afterwards would go through them all.
  const isThere = await page.evaluate(() => 'axe' in window);
  // Legacy mode: axe would otherwise open a second page to finish in, and this app has one window.
  const axe = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page }).setLegacyMode(
    true,
  );
  if (rules === 'colours') axe.withRules(colourRules);
  // React Aria speaks by pointing at an element; what it has spoken of may be gone from the page since.
  axe.exclude('[data-live-announcer]');
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.filter((node) => !isDescribedItem(id, node.html)).map((node) => `${id}: ${node.html}`),
  );
}

test('no page has a barrier that axe can find, in light, dark and forced colours', async ({
  app,
  folder,
  secrets,
}) => {
  test.setTimeout(240_000);
  const { page, electron } = app;
  const email = 'ines.declercq@haldenvoss.example';
  const p12 = await makeP12({ folder, password: 'lantern-Quay-227', email });
  secrets.push({ name: "the file's password", value: p12.password });
  const look = async (views: readonly View[]): Promise<void> => {
    for (const [at, view] of views.entries()) {
      await view.show({ page, electron, p12 });
      const turn = isLong ? looks : [looks[0], at % 2 === 0 ? looks[1] : looks[2]];
      for (const { name, media, rules } of turn) {
        await page.emulateMedia(media);
        await settle(page);
        expect.soft(await violations(page, rules), `${view.name}, ${name}`).toEqual([]);
      }
      await page.emulateMedia(looks[0].media);
      await view.leave?.({ page, electron, p12 });
    }
  };
  await look(signedOut);
  await page.getByRole('button', { name: 'Try the demo portal' }).click();
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  await look(signedIn);
});
