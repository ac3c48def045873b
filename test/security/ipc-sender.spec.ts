import { expect, test } from '../support/shared-app.ts';

/* Checklist 17: only our page, in the main frame of our window, is answered. */
test('another window that carries the same preload is refused', async ({ app }) => {
  const answer = await app.electron.evaluate(async ({ BrowserWindow, app: electronApp }) => {
    const other = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        preload: `${electronApp.getAppPath()}/out/preload/index.cjs`,
      },
    });
    await other.loadURL('app://portal/index.html');
    const got: unknown = await other.webContents.executeJavaScript(
      `window.portal.call('app.snapshot', undefined)`,
    );
    other.destroy();
    return got;
  });
  expect(answer).toEqual({ ok: false, error: { code: 'invalid-input' } });
});

test('a frame inside the page has no bridge at all', async ({ app }) => {
  const seen = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    const inner = frame.contentWindow;
    const hasBridge = inner !== null && 'portal' in inner;
    frame.remove();
    return hasBridge;
  });
  expect(seen).toBe(false);
});

test('a page that calls without end is told that main is busy, and main lives on', async ({
  app,
}) => {
  const codes = await app.page.evaluate(async () => {
    const answers = await Promise.all(
      Array.from({ length: 400 }, () => window.portal.call('app.snapshot', undefined)),
    );
    return [...new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)))].sort();
  });
  expect(codes).toEqual(['busy', 'ok']);
  await expect
    .poll(() =>
      app.page.evaluate(async () => (await window.portal.call('app.snapshot', undefined)).ok),
    )
    .toBe(true);
});
