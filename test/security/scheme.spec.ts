import { expect, test } from '../support/shared-app.ts';

/* Checklist 18: the page comes from app://, never from file://, and app:// gives the bundle alone. */
test('the page is app://portal and file: is out of reach', async ({ app }) => {
  const origin = await app.electron.evaluate(({ BrowserWindow }) => {
    const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
    return { url: frame?.url, origin: frame?.origin };
  });
  expect(origin).toEqual({ url: 'app://portal/index.html', origin: 'app://portal' });
  const read = await app.page.evaluate(async () => {
    try {
      const response = await fetch('file:///etc/passwd');
      return response.status;
    } catch {
      return 'refused';
    }
  });
  expect(read).toBe('refused');
});

test('nothing outside the bundle is served, in whatever spelling', async ({ app }) => {
  const statuses = await app.electron.evaluate(async ({ net }) => {
    const paths = ['../main/index.js', '%2e%2e/main/index.js', '..%5cmain%5cindex.js', 'x.ts', ''];
    return Promise.all(paths.map(async (path) => (await net.fetch(`app://portal/${path}`)).status));
  });
  expect(statuses.filter((status) => status < 400)).toEqual([]);
});
