import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/desk.ts';

/* How the page looks where the person, the system or the portal asks for something of their own. */

/** The least contrast of words on their ground, per WCAG 2.2, 1.4.3: of links, of the chosen page and of the main button. */
function contrasts(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string): number => {
      if (context === null) return 0;
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map(
        (part) => {
          const share = part / 255;
          return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        },
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const probe = document.body.appendChild(document.createElement('i'));
    const resolved = (value: string): string => {
      probe.style.color = value;
      return getComputedStyle(probe).color;
    };
    const pairs = [
      ['var(--accent)', 'var(--ground)'],
      ['var(--accent)', 'var(--surface)'],
      ['var(--accent)', 'var(--surface-raised)'],
      ['var(--accent)', 'var(--accent-wash)'],
      ['var(--on-accent)', 'var(--accent-fill)'],
      ['var(--text)', 'var(--accent-wash)'],
    ] as const;
    const found = pairs.map(([words, ground]) => {
      const [a, b] = [luminance(resolved(words)), luminance(resolved(ground))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    });
    probe.remove();
    return found;
  });
}

const setTheme = (page: Page, theme: 'light' | 'dark' | 'system'): Promise<unknown> =>
  page.evaluate((chosen) => window.portal.call('app.setPreferences', { theme: chosen }), theme);

test('the portal’s name, logo and colour are shown, and no colour costs contrast', async ({
  desk: { page, portal, line, become },
}) => {
  const logo = page.getByRole('navigation').getByRole('img', { name: 'Halden & Voss' });
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(182);
  const plain = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent'),
  );

  for (const accentColor of ['#ffee00', '#00ff66', '#ff0044', '#111111', '#fafafa', '#00b7ff']) {
    line.clear();
    line.fault(
      {
        kind: 'json',
        change: (answer): unknown =>
          JSON.parse(
            JSON.stringify(answer).replace('"accentColor":null', `"accentColor":"${accentColor}"`),
          ),
      },
      { call: 'loginOptions', times: 9 },
    );
    await become('ines');
    const root = page.locator('html');
    await expect(root).toHaveAttribute('data-brand', '');
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(page, theme);
      await expect(root).toHaveAttribute('data-theme', theme);
      for (const ratio of await contrasts(page))
        expect(ratio, `${accentColor}, ${theme}`).toBeGreaterThanOrEqual(4.5);
    }
    await setTheme(page, 'system');
  }
  line.clear();
  await become('jonas');
  await expect(page.locator('html')).not.toHaveAttribute('data-brand');
  expect(
    await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--accent'),
    ),
  ).toBe(plain);
  expect(portal.people.length).toBeGreaterThan(1);
});

test('with reduced motion nothing moves, not even what tells that work goes on', async ({
  desk: { page, line },
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  line.fault({ kind: 'delay', ms: 1500 }, { call: 'certificates' });
  await page.getByRole('link', { name: 'My Certificates' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My Certificates' })).toBeVisible();
  const moving = (): Promise<string[]> =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter((animation) => Number(animation.effect?.getComputedTiming().activeDuration) > 1)
        .map(
          (animation) =>
            `${animation.effect instanceof KeyframeEffect ? animation.effect.target?.className : ''}`,
        ),
    );
  expect(await moving()).toEqual([]);
  await page.getByRole('button', { name: 'Add Certificate' }).first().click();
  expect(await moving()).toEqual([]);
  await page.keyboard.press('Escape');
});

test('in forced colours the focus, the chosen page and the edge of a field are still seen', async ({
  desk: { page },
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const link = page.getByRole('link', { name: 'My Devices' });
  await link.focus();
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  await expect(focused).toHaveCSS('outline-style', 'solid');
  await expect(focused).toHaveCSS('outline-width', '2px');
  const field = page.getByRole('searchbox', { name: 'Search name, model, serial' });
  const edge = await field.evaluate((input) => {
    for (let box: Element | null = input; box !== null; box = box.parentElement) {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(box);
      if (borderTopStyle === 'solid' && Number.parseFloat(borderTopWidth) >= 1) return box.tagName;
    }
    return null;
  });
  expect(edge).not.toBeNull();
  await page.emulateMedia({ forcedColors: 'none' });
});

test('who asks the system for more contrast gets darker lines and no faint words', async ({
  desk: { page },
}) => {
  const tokens = (): Promise<Record<string, string>> =>
    page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      const read = (name: string): string => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
      };
      const found = Object.fromEntries(
        ['--text', '--text-muted', '--text-faint', '--line-control'].map((name) => [
          name,
          read(name),
        ]),
      );
      probe.remove();
      return found;
    });
  const usual = await tokens();
  await page.emulateMedia({ contrast: 'more' });
  const more = await tokens();
  expect(more['--line-control']).toBe(more['--text']);
  expect(more['--text-faint']).toBe(more['--text-muted']);
  expect(more['--text-muted']).not.toBe(usual['--text-muted']);
  await page.emulateMedia({ contrast: null });
});

test('200 % is one key away, keeps every control in reach, and goes back as easily', async ({
  desk: { page, electron },
}) => {
  const factor = (): Promise<number | undefined> =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
    );
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(880, 600);
    window?.webContents.setZoomFactor(2);
  });
  expect(await factor()).toBe(2);
  // By keyboard: the tests' mouse knows no zoom. The list is a page of its own then, and the device another.
  const press = async (control: Locator): Promise<void> => {
    await control.focus();
    await expect(control).toBeInViewport({ ratio: 0.9 });
    await page.keyboard.press('Enter');
  };
  await press(page.getByRole('option', { name: 'Pixel 10' }));
  const detail = page.getByRole('article', { name: 'Pixel 10' });
  for (const name of ['Force Check-in', 'Retire', 'Wipe'])
    await expect(detail.getByRole('button', { name, exact: true })).toBeVisible();
  await press(detail.getByRole('button', { name: 'Lock', exact: true }));
  const dialog = page.getByRole('dialog', { name: 'Lock Pixel 10' });
  await dialog.getByRole('button', { name: 'Lock Pixel 10' }).focus();
  await expect(dialog.getByRole('button', { name: 'Lock Pixel 10' })).toBeInViewport({
    ratio: 0.9,
  });
  await page.keyboard.press('Escape');
  await press(page.getByRole('button', { name: 'My Devices', exact: true }));
  await expect(page.getByRole('option', { name: 'Pixel 10' })).toBeVisible();
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1120, 760);
    window?.webContents.setZoomFactor(1);
  });
});
