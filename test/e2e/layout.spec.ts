import type { Page } from '@playwright/test';
import { expect, test } from '../support/desk.ts';

/** From now on: what the browser saw move without anybody's doing (Layout Instability, W3C), one line each. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    window.marks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!(entry instanceof LayoutShift)) continue;
        const { value, sources } = entry;
        const what = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const element = node instanceof Element ? node : (node?.parentElement ?? null);
          const name = element?.getAttribute('class') ?? element?.tagName ?? 'gone';
          return `${name} ${from.x},${from.y} ${from.width}x${from.height} to ${to.x},${to.y} ${to.width}x${to.height}`;
        });
        window.marks.push(`moved ${value.toFixed(4)}: ${what.join('; ')}`);
      }
    }).observe({ type: 'layout-shift' });
  });
  return () => page.evaluate(() => window.marks.filter((mark) => mark.startsWith('moved ')));
}

/** Nothing is on its way any more. */
async function arrived(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForTimeout(400);
}

test('nothing moves while data arrives from a slow portal, on no page', async ({
  desk: { page, line, become },
}) => {
  const slow = (): void => {
    line.clear();
    for (const call of [
      'devices',
      'device',
      'commands',
      'certificates',
      'certificateTypes',
      'account',
      'config',
      'location',
      'loginOptions',
    ])
      line.fault({ kind: 'delay', ms: 900 }, { call, times: 20 });
  };
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  slow();
  await become('ines');
  const shifts = await watchShifts(page);
  await expect(page.getByRole('option', { name: 'Pixel 10' })).toBeVisible();
  await arrived(page);
  expect.soft(await shifts(), 'My Devices').toEqual([]);

  for (const link of ['My Certificates', 'Account', 'Activity', 'Settings', 'Help']) {
    slow();
    await page.getByRole('link', { name: link }).click();
    await expect(page.getByRole('heading', { level: 1, name: link })).toBeVisible();
    // What a click has moved is the person's doing, for half a second.
    await page.waitForTimeout(550);
    await page.evaluate(() => {
      window.marks = [];
    });
    if (link === 'My Certificates') await expect(page.getByRole('row').nth(3)).toBeVisible();
    await arrived(page);
    expect.soft(await shifts(), link).toEqual([]);
  }
});

test('notices cover no button of a dialog, in the smallest window', async ({
  desk: { page, electron },
}) => {
  const size = await electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const before = window?.getContentSize() ?? [];
    window?.setContentSize(880, 600);
    return before;
  });
  await page.getByRole('button', { name: 'Choose several' }).click();
  for (const device of ['Ines’s MacBook Pro', 'Ines’s iPad'])
    await page.getByRole('option', { name: device }).click();
  await page.getByRole('button', { name: 'Force Check-in', exact: true }).click();
  await page.getByRole('button', { name: 'Done choosing' }).click();
  await page.getByRole('option', { name: 'Ines’s iPad' }).click();
  const notices = page.getByRole('region', { name: 'Notices' }).getByRole('alertdialog');
  // They stay as long as the pointer rests on one: from here on it does, and the keyboard does the rest.
  await notices.first().hover({ timeout: 20_000 });
  for (const action of ['Unlock', 'Lock', 'Retire', 'Wipe']) {
    await page.getByRole('button', { name: action, exact: true }).first().press('Enter');
    const dialog = page.locator('[data-needs-corner]');
    await expect(dialog.getByRole('button').first()).toBeVisible();
    const covered = await dialog.getByRole('button').evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect();
        const points = [left + 2, (left + right) / 2, right - 2].map((x) => [
          x,
          (top + bottom) / 2,
        ]);
        const isFree = points.every(([x = 0, y = 0]) => {
          const there = document.elementFromPoint(x, y);
          return there !== null && button.contains(there);
        });
        return isFree ? [] : [button.textContent];
      }),
    );
    expect.soft(covered, action).toEqual([]);
    await expect(notices.first(), 'a notice is still there').toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await electron.evaluate(({ BrowserWindow }, [width = 0, height = 0]) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
});
