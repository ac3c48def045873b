import { changePower } from '../support/power.ts';
import { signIn, type } from '../support/steps.ts';
import { expect, test } from '../support/story.ts';

const minute = 60_000;

test('nobody there is asked first, whoever answers stays, and whoever does not is signed out', async ({
  app: { page, electron },
  portal,
}) => {
  await signIn(page, portal);
  await page.getByRole('link', { name: 'Account' }).click();
  await type(page, 'Last name', 'Begun');
  // As after a sleep: the clock has gone on, and the computer says that it is awake again.
  const sleep = (ahead: number): Promise<void> =>
    changePower(electron, { says: ['resume'], ahead });
  await sleep(14 * minute);
  const question = page.getByRole('alertdialog', { name: 'Still there?' });
  await expect(question).toContainText('You will be signed out in');
  await question.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(question).toBeHidden();
  await expect(page.getByLabel('Last name')).toHaveValue('Begun');

  await sleep(16 * minute);
  await expect(
    page.getByText('You were signed out because nothing was done for a while.'),
  ).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(portal.username);
  // Who comes back begins at My Devices, not where they were.
  await signIn(page, portal);
});
