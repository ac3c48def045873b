import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/desk.ts';

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: true });

async function show(page: Page, device: string): Promise<Locator> {
  await page.getByRole('option', { name: device }).click();
  return page.getByRole('article', { name: device });
}

test('devices are found by name, model and serial, put in order, and parted by their last check-in', async ({
  desk: { page },
}) => {
  const options = page.getByRole('listbox', { name: 'My Devices' }).getByRole('option');
  const search = page.getByRole('searchbox', { name: 'Search name, model, serial' });
  await expect(options).toHaveCount(8);
  for (const text of ['gnt-lt', 'thinkpad', 'PF5K29TL']) {
    await search.fill(text);
    await expect(options).toHaveCount(1);
    await expect(options).toContainText('GNT-LT-04417');
  }
  await search.fill('submarine');
  await expect(page.getByText('Nothing called “submarine”')).toBeVisible();
  await button(page, 'Show all 8 devices').click();
  await expect(options).toHaveCount(8);

  await page.getByRole('tab', { name: /^Inactive/u }).click();
  await expect(options).toHaveCount(1);
  await expect(options).toContainText('Spare Mac mini');
  await page.getByRole('tab', { name: /^Active/u }).click();
  await expect(options).toHaveCount(7);
  await button(page, 'Order: Last check-in').click();
  await page.getByRole('menuitem', { name: 'Name' }).click();
  const names = await page
    .getByRole('group', { name: 'Active' })
    .getByRole('option')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('[class*="name"]')?.textContent));
  expect(names.length).toBeGreaterThan(4);
  expect(names).toEqual([...names].sort((a = '', b = '') => a.localeCompare(b, 'en')));
});

test('a device tells what it is, how it stands, and what IT can see and do on it', async ({
  desk: { page, electron },
}) => {
  const row = page.getByRole('option', { name: 'Ines’s iPhone' });
  await expect(row).toContainText('3 hours ago');
  const phone = await show(page, 'Ines’s iPhone');
  for (const words of ['iPhone 17', '27.1', 'company owned', 'Compliant'])
    await expect(phone.getByText(words, { exact: false }).first()).toBeVisible();
  // The exact time beside the relative one, and on hover.
  await expect(phone.getByText(/^Last check-in 3 hours ago, /u)).toBeVisible();
  await expect(row.locator('time').first()).toHaveAttribute('title', /\d{1,2}:\d{2}/u);

  const facts = phone.getByRole('region', { name: 'What IT can see and do on this device' });
  await expect(facts).toContainText('Policy “Staff phones”');
  await expect(facts).toContainText('When you ask for it');
  await expect(facts).toContainText('Work apps only');
  await expect(facts).toContainText('171 of 256 GB free');
  await button(facts, 'Copy Serial number').click();
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('F2LXK9Q70D4M');

  const earlier = phone.getByRole('region', { name: 'Earlier commands' });
  await button(earlier, 'All 14').click();
  await expect(earlier.getByRole('listitem')).toHaveCount(13);
  const pixel = await show(page, 'Pixel 10');
  await expect(pixel.getByText('Not compliant')).toBeVisible();
  await expect(
    pixel.getByText('Against the rule: Security patch older than 90 days'),
  ).toBeVisible();
  await expect(pixel.getByText('your own', { exact: false }).first()).toBeVisible();
});

test('View Location names the place, its age and accuracy, and says why where there is none', async ({
  desk: { page, electron },
}) => {
  await show(page, 'Ines’s iPad');
  await button(page, 'View Location').click();
  await expect(page.getByRole('figure').locator('svg').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'near Ghent, Belgium' })).toBeVisible();
  // Main's clock is ahead by what the tests before have waited.
  await expect(page.getByText(/^\d+ min ago\. It may have moved since\.$/u)).toBeVisible();
  await expect(page.getByText(/^within about 18/u)).toBeVisible();
  await button(page, 'Copy coordinates').click();
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('51.037600, 3.735100');
  await page.keyboard.press('Escape');

  const laptop = await show(page, 'GNT-LT-04417');
  await expect(button(laptop, 'View Location')).toBeDisabled();
  await expect(button(laptop, 'View Location')).toHaveAccessibleDescription(
    'View Location is turned off: Halden & Voss does not collect where devices are.',
  );
  await show(page, 'Reception Chromebook');
  await button(page, 'View Location').click();
  await expect(page.getByRole('heading', { name: 'The place is kept from you' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('whose a device is can be changed where allowed, and an iPad’s secure apps get a one-time PIN', async ({
  desk: { page, line },
}) => {
  const ipad = await show(page, 'Ines’s iPad');
  await button(ipad, 'Mark as my own').click();
  await expect(button(ipad, 'Mark as company owned')).toBeVisible();
  await expect(ipad.getByText('your own', { exact: false }).first()).toBeVisible();
  expect(line.count('ownership')).toBe(1);
  await button(ipad, 'Get a PIN for the secure apps').click();
  await expect(ipad.getByText(/Works once, until/u)).toBeVisible();
  await expect(button(ipad, 'Copy PIN')).toBeVisible();

  const shared = await show(page, 'Reception Chromebook');
  await expect(button(shared, 'Mark as my own')).toBeDisabled();
  await expect(button(shared, 'Mark as my own')).toHaveAccessibleDescription(/SHARED_DEVICE/u);
});

test('another device is registered with a link, its QR code and a PIN, as long as there is room', async ({
  desk: { page, electron, become },
}) => {
  await expect(page.getByText('8 of 10 devices registered')).toBeVisible();
  await button(page, 'Register another device').click();
  const dialog = page.getByRole('dialog', { name: 'Register another device' });
  await expect(dialog).toContainText('8 of 10 devices used. There is room for 2 more.');
  await expect(
    dialog.getByRole('figure', { name: 'QR code of the registration link' }),
  ).toBeVisible();
  await button(dialog, 'Copy link').click();
  const copied = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(URL.canParse(copied)).toBe(true);
  await expect(dialog.getByText(copied)).toBeVisible();
  await button(dialog, 'New PIN').click();
  await expect(dialog.getByText(/^Works once, for one device, until/u)).toBeVisible();
  await button(dialog, 'Close').click();

  await become('jonas');
  await button(page, 'Register another device').click();
  await expect(dialog).toContainText('2 of 2 devices used: there is no room for another.');
  await expect(dialog.getByRole('figure')).toHaveCount(0);
  await button(dialog, 'Close').click();
  // His portal lets him neither wipe nor locate, and says so beside each.
  const phone = await show(page, 'Jonas’s phone');
  await expect(button(phone, 'Wipe')).toHaveAccessibleDescription(
    'Wipe is turned off by Halden & Voss. Ask the service desk if you need it.',
  );
  await expect(button(phone, 'View Location')).toBeDisabled();
});
