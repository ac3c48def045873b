import type { RunningApp } from '../support/app.ts';
import { expect, test } from '../support/story.ts';
import { signIn } from '../support/steps.ts';

/** Titles of the notifications that the app has put on the desktop since it started. */
async function shownOn({ electron }: RunningApp): Promise<string[]> {
  return electron.evaluate(() => {
    const told: unknown = Reflect.get(process, 'titles');
    return Array.isArray(told) ? told.map(String) : [];
  });
}

/** Notes what would be shown from now on, by Electron and by its stand-in alike. */
async function watch({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ Notification }) => {
    const titles: string[] = [];
    Reflect.set(process, 'titles', titles);
    Notification.prototype.show = function noted(): void {
      titles.push(this.title);
    };
  });
}

test('a certificate that ends soon is told of on the desktop once, and not again after a restart', async ({
  launch,
  portal,
}) => {
  const first = await launch();
  await watch(first);
  await signIn(first.page, portal);
  await expect
    .poll(() => shownOn(first))
    .toEqual([
      expect.stringMatching(/^The server deletes a private key on .*\d{4}$/u),
      expect.stringMatching(/^Encryption Certificate ends on .*\d{4}$/u),
    ]);
  await first.close();

  const second = await launch();
  await watch(second);
  await signIn(second.page, portal);
  await second.page.getByRole('link', { name: 'My Certificates' }).click();
  await expect(second.page.getByText('Your Encryption Certificate ends in')).toBeVisible();
  expect(await shownOn(second)).toEqual([]);
});
