import type { Page } from '@playwright/test';
import { listen } from '../support/listener.ts';
import { expect, test } from '../support/shared-app.ts';
import type { RunningApp } from '../support/app.ts';

const addressOf = (app: RunningApp): Promise<string | undefined> =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
const windowsOf = (app: RunningApp): Promise<number> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

const clickLink = (page: Page, href: string, target: string): Promise<void> =>
  page.evaluate(
    ([to, frame]) => {
      const link = document.createElement('a');
      link.setAttribute('href', to);
      link.setAttribute('target', frame);
      link.textContent = 'away';
      document.body.append(link);
      link.click();
      link.remove();
    },
    [href, target] as const,
  );

/* Checklist 13: the window stays on its page, whatever the page does. */
test('no way of navigating leads away from the page', async ({ app }) => {
  const listener = await listen();
  const elsewhere = `http://127.0.0.1:${listener.port}/`;
  const before = await addressOf(app);
  await clickLink(app.page, elsewhere, '_self');
  await clickLink(app.page, 'file:///etc/passwd', '_self');
  await app.page.evaluate((to) => {
    window.location.href = to;
  }, elsewhere);
  await app.page.evaluate((to) => {
    const form = document.createElement('form');
    form.action = to;
    form.method = 'post';
    document.body.append(form);
    form.submit();
  }, elsewhere);
  await app.page.evaluate((to) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0;url=${to}`;
    document.head.append(meta);
  }, elsewhere);
  await app.page.waitForTimeout(1000);
  expect(await addressOf(app)).toBe(before);
  expect(before).toBe('app://portal/index.html');
  expect(listener.connections()).toBe(0);
  await listener.close();
});

/* Checklist 14: one window, always. */
test('no way of opening a window opens one', async ({ app }) => {
  const opened = await app.page.evaluate(() => window.open('https://example.invalid') === null);
  expect(opened).toBe(true);
  await clickLink(app.page, 'https://example.invalid', '_blank');
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid';
    link.textContent = 'away';
    link.id = 'away';
    document.body.prepend(link);
  });
  await app.page.locator('#away').click({ button: 'middle' });
  await app.page.locator('#away').click({ modifiers: ['ControlOrMeta'] });
  await app.page.evaluate(() => document.querySelector('#away')?.remove());
  await app.page.waitForTimeout(500);
  expect(await windowsOf(app)).toBe(1);
});

/* Checklist 11 and 12: a webview is just an unknown element. */
test('a webview in the page attaches nothing', async ({ app }) => {
  const contents = await app.page.evaluate(async () => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.invalid');
    document.body.append(view);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    const hasContents = 'getWebContentsId' in view;
    view.remove();
    return hasContents;
  });
  expect(contents).toBe(false);
  const count = await app.electron.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  );
  expect(count).toBe(1);
});

/* Checklist 15: the page names a link, main knows its address; nothing else is ever opened. */
test('nothing that the page sends as a link is opened', async ({ app }) => {
  await app.electron.evaluate(({ shell }) => {
    globalThis.opened = [];
    shell.openExternal = (address) => {
      globalThis.opened.push(address);
      return Promise.resolve();
    };
  });
  const answers = await app.page.evaluate(async () => {
    const links = ['file:///etc/passwd', 'smb://h/s', 'ms-msdt:/id', 'javascript:1', '\\\\h\\s'];
    const ask = (link: string): unknown =>
      Reflect.apply(window.portal.call, null, ['app.openLink', { link }]);
    return Promise.all(links.map(ask));
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false });
  const allowed = await app.page.evaluate(() =>
    window.portal.call('app.openLink', { link: 'default-portal' }),
  );
  expect(allowed.ok).toBe(true);
  const opened = await app.electron.evaluate(() => globalThis.opened);
  expect(opened).toEqual(['https://mydevices.mobileiron.com/user/login.html']);
});
