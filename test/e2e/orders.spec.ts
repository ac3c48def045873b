import type { Locator, Page } from '@playwright/test';
import { answerNatively, askedNatively } from '../support/native-question.ts';
import { expect, test } from '../support/desk.ts';
import { type } from '../support/steps.ts';

/** Main lets nobody destroy two things within five seconds, ms. */
const pause = 6_000;

/* What a person has a device do, and how it ends. Lock is in main-job.spec.ts, its PIN of a Mac in mac-pin.spec.ts. */

async function show(page: Page, device: string): Promise<Locator> {
  await page.getByRole('option', { name: device }).click();
  return page.getByRole('article', { name: device });
}
const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

test('Unlock says what it clears, and a phone that can’t do it is reported as failed', async ({
  desk: { page, line },
}) => {
  const ipad = await show(page, 'Ines’s iPad');
  await button(ipad, 'Unlock').click();
  const dialog = page.getByRole('dialog', { name: 'Unlock Ines’s iPad' });
  await expect(dialog).toContainText('The passcode goes, and Face ID or Touch ID with it.');
  await expect(dialog.getByLabel('New passcode')).toHaveCount(0);
  await button(dialog, 'Unlock Ines’s iPad').click();
  const unlock = ipad.getByRole('region', { name: 'Unlock' });
  await expect(unlock.getByText('Requested', { exact: true })).toBeVisible();
  await expect(unlock.getByText('The iPad has confirmed it.')).toBeVisible();

  const pixel = await show(page, 'Pixel 10');
  await button(pixel, 'Unlock').click();
  await type(page, 'New passcode', 'tram');
  await button(page.getByRole('dialog'), 'Unlock Pixel 10').click();
  await expect(page.getByText('It takes 6 to 8 letters and digits.')).toBeVisible();
  await type(page, 'New passcode', 'tram4411');
  await button(page.getByRole('dialog'), 'Unlock Pixel 10').click();
  await expect(pixel.getByText('For IT: PasscodeTokenMissing').first()).toBeVisible();
  expect(line.count('unlock')).toBe(2);

  const tablet = await show(page, 'Berth 4 tablet');
  await expect(button(tablet, 'Unlock')).toBeDisabled();
  await expect(tablet.getByText('Unlock has to wait until lost mode is turned off')).toBeVisible();
});

test('Wipe asks for the name, then the computer itself asks, and only a yes there is sent', async ({
  desk: { page, electron, line, later },
}) => {
  const ipad = await show(page, 'Ines’s iPad');
  await button(ipad, 'Wipe').click();
  const dialog = page.getByRole('alertdialog', { name: 'Wipe Ines’s iPad' });
  await expect(dialog).toContainText('Apps, photos, files and accounts are erased.');
  await expect(dialog).toContainText('They stay here under My Certificates.');
  const wipe = button(dialog, 'Wipe Ines’s iPad');
  await type(page, 'Type the device’s name', 'Ines’s iPhone');
  await expect(dialog.getByText('That is not its name')).toBeVisible();
  await expect(wipe).toBeDisabled();
  await type(page, 'Type the device’s name', 'Ines’s iPad');
  await expect(dialog.getByText('That is its name')).toBeVisible();

  await answerNatively(electron, 0);
  await wipe.click();
  await expect.poll(() => askedNatively(electron)).toEqual(['Wipe Ines’s iPad? Cancel, Wipe']);
  await expect(dialog).toBeHidden();
  await expect(ipad.getByRole('region', { name: 'Wipe' })).toHaveCount(0);
  expect(line.count('wipe')).toBe(0);

  await answerNatively(electron, 1);
  await later(pause);
  await button(ipad, 'Wipe').click();
  await type(page, 'Type the device’s name', 'Ines’s iPad');
  await wipe.click();
  await expect(dialog).toBeHidden();
  expect(line.count('wipe')).toBe(1);
  const timeline = ipad.getByRole('region', { name: 'Wipe' });
  await expect(timeline.getByText('Requested', { exact: true })).toBeVisible();
  await expect(timeline.getByText('The iPad has confirmed it.')).toBeVisible();
  await expect(ipad.getByText('Wiped', { exact: true })).toBeVisible();
});

test('Cancel Wipe takes back a wipe that its device has not picked up', async ({
  desk: { page, electron, line },
}) => {
  await answerNatively(electron, 1);
  const tablet = await show(page, 'Berth 4 tablet');
  await button(tablet, 'Wipe').click();
  await type(page, 'Type the device’s name', 'Berth 4 tablet');
  await button(page.getByRole('alertdialog'), 'Wipe Berth 4 tablet').click();
  const timeline = tablet.getByRole('region', { name: 'Wipe' });
  await expect(timeline.getByText('It is offline.', { exact: false })).toBeVisible();
  await expect(button(tablet, 'Wipe')).toBeDisabled();
  await button(timeline, 'Cancel Wipe').click();
  await expect(tablet.getByText('Nothing happened on the tablet.')).toBeVisible();
  await expect(button(tablet, 'Wipe')).toBeEnabled();
  expect(line.count('wipeCancel')).toBe(1);
});

test('Retire says what goes and what stays, is confirmed natively, and can be cancelled', async ({
  desk: { page, electron, line, later },
}) => {
  const tablet = await show(page, 'Berth 4 tablet');
  await button(tablet, 'Retire').click();
  const dialog = page.getByRole('alertdialog', { name: 'Retire Berth 4 tablet' });
  await expect(dialog).toContainText('Work mail, work apps, Wi-Fi and VPN leave it.');
  await answerNatively(electron, 0);
  await button(dialog, 'Retire Berth 4 tablet').click();
  await expect
    .poll(() => askedNatively(electron))
    .toEqual(['Retire Berth 4 tablet? Cancel, Retire']);
  await expect(dialog).toBeHidden();
  expect(line.count('retire')).toBe(0);
  await answerNatively(electron, 1);
  await later(pause);
  await button(tablet, 'Retire').click();
  await button(dialog, 'Retire Berth 4 tablet').click();
  await button(tablet.getByRole('region', { name: 'Retire' }), 'Cancel Retire').click();
  await expect(tablet.getByText('Nothing happened on the tablet.')).toBeVisible();

  await later(pause);
  const laptop = await show(page, 'GNT-LT-04417');
  await button(laptop, 'Retire').click();
  await button(page.getByRole('alertdialog'), 'Retire GNT-LT-04417').click();
  await expect(laptop.getByText('Retired', { exact: true })).toBeVisible();
  expect(line.count('retire')).toBe(2);
});

test('Force Check-in goes to several devices at once', async ({ desk: { page, line } }) => {
  await button(page, 'Choose several').click();
  for (const name of ['Ines’s MacBook Pro', 'Ines’s iPad', 'Pixel 10'])
    await page.getByRole('option', { name }).click();
  const several = page.getByRole('article', { name: '3 devices chosen' });
  await button(several, 'Force Check-in').click();
  await expect.poll(() => line.count('forceCheckin')).toBe(1);
  await button(page, 'Done choosing').click();
  for (const name of ['Pixel 10', 'Ines’s iPad']) {
    const detail = await show(page, name);
    const timeline = detail.getByRole('region', { name: 'Force Check-in' });
    await expect(timeline.getByText('has checked in.', { exact: false })).toBeVisible();
  }
});

test('a disallowed action stays where it is, disabled, with its reason in words', async ({
  desk: { page, line },
}) => {
  const phone = await show(page, 'Ines’s iPhone');
  await expect(button(phone, 'Wipe')).toBeDisabled();
  await expect(button(phone, 'Wipe')).toHaveAccessibleDescription(
    'Wipe is turned off for this device by Halden & Voss. Ask the service desk.',
  );
  // A lock waits for it already: a second one is not sent.
  await expect(button(phone, 'Lock')).toBeDisabled();
  await expect(button(phone, 'Lock')).toHaveAccessibleDescription(
    'Lock is already requested. A second one can be sent when this one has ended.',
  );
  const timeline = phone.getByRole('region', { name: 'Lock' });
  await expect(timeline.getByText('Waiting for the iPhone')).toBeVisible();
  await expect(
    timeline.getByText('It gets this as soon as it next checks in.', { exact: false }),
  ).toBeVisible();
  const laptop = await show(page, 'GNT-LT-04417');
  await expect(button(laptop, 'Lock')).toHaveAccessibleDescription(
    'Lock is not possible on this kind of device.',
  );
  expect(line.count('lock')).toBe(0);
});

test('nothing is kept back while the portal is out of reach, and nothing goes out when it is back', async ({
  desk: { page, line },
}) => {
  const pixel = await show(page, 'Pixel 10');
  await button(pixel, 'Lock').click();
  const dialog = page.getByRole('dialog', { name: 'Lock Pixel 10' });
  await line.down();
  await button(dialog, 'Lock Pixel 10').click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button(pixel, 'Lock')).toBeDisabled();
  await expect(
    pixel.getByText('None is kept back to be sent later.', { exact: false }),
  ).toBeVisible();
  await line.up();
  await expect(button(pixel, 'Lock')).toBeEnabled({ timeout: 40_000 });
  await expect(pixel.getByRole('region', { name: 'Lock' })).toHaveCount(0);
  expect(line.count('lock')).toBe(0);
});

test('what removes data asks for the password again once the last proof is over 5 minutes old', async ({
  desk: { page, electron, pass, later, portal },
}) => {
  pass(6 * 60_000);
  await answerNatively(electron, 1);
  const laptop = await show(page, 'GNT-LT-04417');
  await button(laptop, 'Retire').click();
  await button(page.getByRole('alertdialog'), 'Retire GNT-LT-04417').click();
  const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await expect(proof).toBeVisible();
  await type(page, 'Your password', 'not-this-one-7');
  await page.keyboard.press('Enter');
  await expect(proof.getByText('That is not your password. Capitals matter.')).toBeVisible();
  await expect(laptop.getByRole('region', { name: 'Retire' })).toHaveCount(0);
  await type(page, 'Your password', portal.password);
  await page.keyboard.press('Enter');
  await expect(proof).toBeHidden();
  await expect(laptop.getByText('Retired', { exact: true })).toBeVisible();

  // It counts for what comes after it, and for five minutes only.
  await later(pause);
  const tablet = await show(page, 'Berth 4 tablet');
  await button(tablet, 'Retire').click();
  await button(page.getByRole('alertdialog'), 'Retire Berth 4 tablet').click();
  await expect(tablet.getByRole('region', { name: 'Retire' })).toBeVisible();
  await expect(proof).toBeHidden();
});
