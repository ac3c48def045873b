import { expect, logOf, prevent, test } from './launch.ts';
import type { Sample } from './launch.ts';

const address = ({ electron }: Sample): Promise<string | undefined> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
const entries = async (sample: Sample, name: string): Promise<unknown[][]> =>
  (await logOf(sample)).filter(([entry]) => entry === name);

const ways: Record<string, () => void> = {
  'a link': () => document.querySelector<HTMLElement>('#away')?.click(),
  'setting location': () => {
    window.location.href = 'https://example.invalid/away';
  },
  'a refresh in the head': () => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = '0;url=https://example.invalid/away';
    document.head.append(meta);
  },
};

for (const [name, leave] of Object.entries(ways)) {
  test(`${name} that is prevented leaves the page as it was`, async ({ sample }) => {
    await prevent(sample, 'will-navigate');
    await sample.page.evaluate(() => {
      document.querySelector('h1')?.setAttribute('data-kept', 'yes');
    });
    await sample.page.evaluate(leave);
    await expect
      .poll(() => entries(sample, 'will-navigate'))
      .toEqual([['will-navigate', 'https://example.invalid/away', true]]);
    expect(await entries(sample, 'will-frame-navigate')).toHaveLength(1);
    await expect(sample.page.locator('h1[data-kept]')).toHaveText('First page');
    expect(await address(sample)).toBe('app://contract/index.html');
  });
}

test('will-frame-navigate prevented is enough, and comes before will-navigate', async ({
  sample,
}) => {
  await prevent(sample, 'will-frame-navigate');
  await sample.page.locator('#second').click({ noWaitAfter: true });
  await expect.poll(() => entries(sample, 'will-frame-navigate')).toHaveLength(1);
  await sample.page.waitForTimeout(300);
  expect(await entries(sample, 'will-navigate')).toEqual([]);
  expect(await address(sample)).toBe('app://contract/index.html');
});

test('a form that is sent is a navigation', async ({ sample }) => {
  await prevent(sample, 'will-navigate');
  await sample.page.evaluate(() => document.querySelector<HTMLFormElement>('#form')?.submit());
  await expect
    .poll(() => entries(sample, 'will-navigate'))
    .toEqual([['will-navigate', 'app://contract/second.html?', true]]);
  expect(await address(sample)).toBe('app://contract/index.html');
});

test('a link that nobody prevents is followed, and reported as ours', async ({ sample }) => {
  await sample.page.locator('#second').click();
  await expect(sample.page.locator('h1')).toHaveText('Second page');
  expect(await address(sample)).toBe('app://contract/second.html');
  const names = (await logOf(sample)).map(([name]) => name);
  const order = ['will-frame-navigate', 'will-navigate', 'did-navigate', 'dom-ready'];
  expect(names.filter((name) => order.includes(name))).toEqual(order);
});

test('what main loads is no navigation of the page', async ({ sample }) => {
  await prevent(sample, 'will-navigate', 'will-frame-navigate');
  await sample.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://contract/second.html'),
  );
  expect(await address(sample)).toBe('app://contract/second.html');
  expect(await entries(sample, 'will-navigate')).toEqual([]);
});

test('a redirect can be prevented, even of what main itself loads', async ({ sample }) => {
  await prevent(sample, 'will-redirect');
  const outcome = await sample.electron.evaluate(async ({ BrowserWindow }) => {
    try {
      await BrowserWindow.getAllWindows()[0]?.loadURL('app://contract/moved');
      return 'loaded';
    } catch (error) {
      return error instanceof Error ? error.message : 'failed';
    }
  });
  expect(outcome).toContain('ERR_ABORTED');
  expect(await entries(sample, 'will-redirect')).toEqual([
    ['will-redirect', 'app://contract/second.html', true],
  ]);
  await expect(sample.page.locator('h1')).toHaveText('First page');
});

test('an address that can not be loaded rejects with the code of the error', async ({ sample }) => {
  const outcome = await sample.electron.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const failed: unknown[] = [];
    window?.webContents.once('did-fail-load', (_event, code, text, url) =>
      failed.push([code, text, url]),
    );
    try {
      await window?.loadURL('http://127.0.0.1:1/');
    } catch (error) {
      const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
      return { failed, code };
    }
    return { failed, code: 'loaded' };
  });
  expect(outcome.code).toMatch(/^ERR_(UNSAFE_PORT|CONNECTION_REFUSED)$/);
  expect(outcome.failed).toEqual([[expect.any(Number), outcome.code, 'http://127.0.0.1:1/']]);
});
