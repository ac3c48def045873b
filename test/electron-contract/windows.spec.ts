import { expect, isStandin, logOf, prevent, test } from './launch.ts';
import type { Sample } from './launch.ts';

const countWindows = ({ electron }: Sample): Promise<number> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('window.open that is denied answers null and opens nothing', async ({ sample }) => {
  await prevent(sample, 'window-open');
  const isNull = await sample.page.evaluate(
    () => window.open('https://example.invalid/opened') === null,
  );
  expect(isNull).toBe(true);
  expect(await countWindows(sample)).toBe(1);
  expect(await logOf(sample)).toEqual([['window-open', 'https://example.invalid/opened']]);
});

test('links that ask for a window are denied by the same handler', async ({ sample }) => {
  await prevent(sample, 'window-open', 'will-navigate');
  await sample.page.locator('#blank').click();
  await sample.page.locator('#away').click({ modifiers: ['ControlOrMeta'] });
  await expect
    .poll(async () => (await logOf(sample)).filter(([name]) => name === 'window-open'))
    .toEqual([
      ['window-open', 'https://example.invalid/blank'],
      ['window-open', 'https://example.invalid/away'],
    ]);
  await sample.page.waitForTimeout(300);
  expect(await countWindows(sample)).toBe(1);
});

test('window.open that is allowed makes a BrowserWindow', async ({ sample }) => {
  const [opened] = await Promise.all([
    sample.electron.waitForEvent('window'),
    sample.page.evaluate(() => void window.open('/second.html')),
  ]);
  await expect(opened.locator('h1')).toHaveText('Second page');
  expect(await countWindows(sample)).toBe(2);
});

test('a window that is closed is gone, with its contents', async ({ sample }) => {
  const seen = await sample.electron.evaluate(async ({ BrowserWindow, webContents }) => {
    const { window, loaded } = globalThis.contract.open();
    await loaded;
    const { webContents: page } = window;
    const closed = new Promise<void>((resolve) => {
      window.once('closed', () => resolve());
    });
    window.close();
    await closed;
    return {
      destroyed: [window.isDestroyed(), page.isDestroyed()],
      windows: BrowserWindow.getAllWindows().length,
      contents: webContents.getAllWebContents().length,
    };
  });
  expect(seen).toEqual({ destroyed: [true, true], windows: 1, contents: 1 });
});

test('a close that is prevented keeps the window', async ({ sample }) => {
  await prevent(sample, 'close');
  await sample.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await sample.page.waitForTimeout(200);
  expect(await countWindows(sample)).toBe(1);
  expect(await logOf(sample)).toEqual([['close']]);
});

test('a window has the size that it was made with, and takes another', async ({ sample }) => {
  const read = (): Promise<number[]> =>
    sample.page.evaluate(() => [window.innerWidth, window.innerHeight]);
  await expect.poll(read).toEqual([900, expect.any(Number)]);
  await sample.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(700, 500),
  );
  await expect.poll(read).toEqual([700, 500]);
  await sample.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 640),
  );
  await expect.poll(read).toEqual([900, 640]);
});

test('the title of the page is the title of the window', async ({ sample }) => {
  await sample.page.evaluate(() => {
    document.title = 'Renamed';
  });
  const title = (): Promise<string | undefined> =>
    sample.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await expect.poll(title).toBe('Renamed');
});

test('a window that was not shown is not visible until it is', async ({ sample }) => {
  test.skip(!isStandin && process.env['CI'] !== undefined, 'shows a real window on the desktop');
  const seen = await sample.electron.evaluate(async () => {
    const { window, loaded } = globalThis.contract.open({ show: false });
    await loaded;
    const before = window.isVisible();
    window.show();
    return [before, window.isVisible()];
  });
  expect(seen).toEqual([false, true]);
});

test('zoom makes CSS pixels larger', async ({ sample }) => {
  const zoom = (factor: number): Promise<number | undefined> =>
    sample.electron.evaluate(({ BrowserWindow }, wanted) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents;
      page?.setZoomFactor(wanted);
      return page?.getZoomFactor();
    }, factor);
  const width = (): Promise<number> => sample.page.evaluate(() => window.innerWidth);
  expect(await zoom(2)).toBe(2);
  await expect.poll(width).toBe(450);
  expect(await zoom(1)).toBe(1);
  await expect.poll(width).toBe(900);
});
