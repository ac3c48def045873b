import type { TestPortal } from '../support/portal.ts';
import { changePower } from '../support/power.ts';
import { signIn, type } from '../support/steps.ts';
import type { Stage, View } from './views.ts';

/** A portal whose clock can go on, `pass`, by so many ms. */
export type Afternoon = { url: string; portal: TestPortal; pass: (ms: number) => void };

const minute = 60_000;

/** What the app asks when nobody has pressed anything for a while, and when the last proof is old. Signs in first. */
export function askedViews({ url, portal, pass }: Afternoon): readonly View[] {
  /** Time passes here and at the portal, and the computer is awake again. */
  const goOn = async ({ page, electron }: Stage, ahead: number): Promise<void> => {
    pass(ahead);
    await page.evaluate((ms) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + ms;
    }, ahead);
    await changePower(electron, { says: ['resume'], ahead });
  };
  const waitTooLong = async (stage: Stage): Promise<void> => {
    await goOn(stage, 14 * minute);
    await stage.page.getByRole('alertdialog').waitFor();
  };
  return [
    {
      name: 'idle',
      show: async (stage) => {
        await signIn(stage.page, { ...portal, url });
        await waitTooLong(stage);
      },
      leave: async ({ page }) => {
        const stay = page.getByRole('button', { name: 'Stay signed in' });
        if (await stay.isVisible()) await stay.click();
        await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
      },
    },
    {
      name: 'proof',
      show: async (stage) => {
        const { page } = stage;
        await goOn(stage, 6 * minute);
        await page.getByRole('link', { name: 'My Certificates' }).click();
        await page
          .getByRole('button', { name: 'Actions for Encryption Certificate' })
          .first()
          .click();
        await page.getByRole('menuitem', { name: 'Clear Private Key' }).click();
        await page.getByRole('alertdialog').getByRole('button').last().click();
        await page.getByRole('dialog', { name: 'Confirm that it is you' }).waitFor();
      },
    },
    {
      name: 'proof-wrong',
      show: async ({ page }) => {
        await type(page, 'Your password', 'not-this-one-7');
        await page.keyboard.press('Enter');
        await page.getByText('That is not your password. Capitals matter.').waitFor();
      },
      leave: async ({ page }) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
      },
    },
  ];
}
