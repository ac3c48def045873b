import { expect, logOf, test } from './launch.ts';

const ask = "window.bridge.invoke('who')";

test('the sender of a call is the main frame of our page', async ({ sample }) => {
  const who = await sample.page.evaluate(() => window.bridge.invoke('who'));
  const id = await sample.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.id,
  );
  expect(who).toEqual({
    url: 'app://contract/index.html',
    origin: 'app://contract',
    hasParent: false,
    isMainFrame: true,
    sender: id,
  });
});

test('the address of the sender follows the page, fragment included', async ({ sample }) => {
  const who = await sample.page.evaluate(() => {
    window.location.hash = 'part';
    return window.bridge.invoke('who');
  });
  expect(who).toMatchObject({ url: 'app://contract/index.html#part', isMainFrame: true });
});

test('a frame within the page has no preload', async ({ sample }) => {
  const has = await sample.electron.evaluate(async () => {
    const { window, loaded } = globalThis.contract.open({}, 'app://contract/frames.html');
    await loaded;
    const inner: unknown = await window.webContents.executeJavaScript(
      `'bridge' in document.querySelector('iframe').contentWindow`,
    );
    return inner;
  });
  expect(has).toBe(false);
});

test('a frame that does have the preload is told apart from the page', async ({ sample }) => {
  const who = await sample.electron.evaluate(async (_electronModule, code) => {
    const { window, loaded } = globalThis.contract.open(
      { webPreferences: { nodeIntegrationInSubFrames: true } },
      'app://contract/frames.html',
    );
    await loaded;
    const answer: unknown = await window.webContents.executeJavaScript(
      `document.querySelector('iframe').contentWindow.${code.replace('window.', '')}`,
    );
    return answer;
  }, ask);
  expect(who).toMatchObject({
    url: 'app://contract/second.html',
    origin: 'app://contract',
    hasParent: true,
    isMainFrame: false,
  });
});

test('a second window is another sender', async ({ sample }) => {
  const { mine, theirs, id } = await sample.electron.evaluate(async ({ BrowserWindow }, code) => {
    const first = BrowserWindow.getAllWindows()[0];
    const { window, loaded } = globalThis.contract.open();
    await loaded;
    const own: unknown = await first?.webContents.executeJavaScript(code);
    const other: unknown = await window.webContents.executeJavaScript(code);
    return { mine: own, theirs: other, id: window.webContents.id };
  }, ask);
  expect(theirs).toMatchObject({ sender: id, origin: 'app://contract' });
  expect(mine).not.toMatchObject({ sender: id });
});

test('another host of the scheme is another origin', async ({ sample }) => {
  const who = await sample.electron.evaluate(async (_electronModule, code) => {
    const { window, loaded } = globalThis.contract.open({}, 'app://other/second.html');
    await loaded;
    const answer: unknown = await window.webContents.executeJavaScript(code);
    return answer;
  }, ask);
  expect(who).toMatchObject({ url: 'app://other/second.html', origin: 'app://other' });
});

test('a sender whose page has gone is null by the time it is looked at', async ({ sample }) => {
  await sample.electron.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('late');
    ipcMain.handle('late', async (event) => {
      await new Promise((resolve) => {
        setTimeout(resolve, 600);
      });
      globalThis.contract.note('late', null, event.senderFrame === null);
    });
  });
  await sample.page.evaluate(() => void window.bridge.invoke('late'));
  await sample.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://other/second.html'),
  );
  await expect.poll(() => logOf(sample)).toContainEqual(['late', true]);
});
