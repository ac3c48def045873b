import { listen } from '../support/listener.ts';
import { expect, test } from './launch.ts';

/* What a session refuses to its pages. */
test('permissions are what the handler says', async ({ sample }) => {
  const ask = (): Promise<string[]> =>
    sample.page.evaluate(async () => {
      const state = async (name: PermissionName): Promise<string> =>
        (await navigator.permissions.query({ name })).state;
      return [await state('geolocation'), await state('midi'), await state('notifications')];
    });
  await sample.electron.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
      callback(permission === 'midi');
    });
    session.defaultSession.setPermissionCheckHandler(
      (_contents, permission) => permission === 'midi',
    );
  });
  await expect.poll(ask).toEqual(['denied', 'granted', 'denied']);
  const position = await sample.page.evaluate(
    () =>
      new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code),
        );
      }),
  );
  expect(position).toBe(1);
});

test('requests that onBeforeRequest cancels never leave', async ({ sample }) => {
  const listener = await listen();
  const seen = await sample.electron.evaluate(async ({ session }, port) => {
    const asked: string[] = [];
    session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
      asked.push(`${details.resourceType} ${details.url}`);
      callback({ cancel: !details.url.startsWith('app://') });
    });
    const { window, loaded } = globalThis.contract.open({}, 'app://contract/free.html');
    await loaded;
    const outcome: unknown = await window.webContents.executeJavaScript(`
      const from = 'http://127.0.0.1:${port}/';
      const image = new Image();
      image.src = from + 'image.png';
      const script = document.createElement('script');
      script.src = from + 'script.js';
      document.head.append(script);
      navigator.sendBeacon(from + 'beacon', 'x');
      Promise.all([
        fetch(from + 'fetch').then(() => 'fetched', (error) => error.name),
        fetch('/second.html').then((response) => response.status),
      ]);`);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    session.defaultSession.webRequest.onBeforeRequest(null);
    return { asked: asked.map((line) => line.replace(String(port), 'PORT')), outcome };
  }, listener.port);
  expect(seen.outcome).toEqual(['TypeError', 200]);
  expect(seen.asked).toContain('image http://127.0.0.1:PORT/image.png');
  expect(seen.asked).toContain('script http://127.0.0.1:PORT/script.js');
  expect(seen.asked).toContain('xhr http://127.0.0.1:PORT/fetch');
  expect(listener.connections()).toBe(0);
  await listener.close();
});

test('a request that nobody cancels does leave', async ({ sample }) => {
  const listener = await listen();
  await sample.electron.evaluate(async (_electronModule, port) => {
    const { window, loaded } = globalThis.contract.open({}, 'app://contract/free.html');
    await loaded;
    await window.webContents.executeJavaScript(
      `fetch('http://127.0.0.1:${port}/').catch(() => null)`,
    );
  }, listener.port);
  expect(listener.connections()).toBeGreaterThan(0);
  await listener.close();
});

test('a download can be refused', async ({ sample }) => {
  await sample.electron.evaluate(({ session }) => {
    session.defaultSession.once('will-download', (event, item) => {
      globalThis.contract.note('will-download', null, item.getFilename());
      event.preventDefault();
    });
  });
  await sample.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['bytes']));
    link.download = 'taken.bin';
    link.click();
  });
  await expect
    .poll(() => sample.electron.evaluate(() => globalThis.contract.log))
    .toContainEqual(['will-download', 'taken.bin']);
});

test('loopback is reached without a proxy', async ({ sample }) => {
  const proxy = await sample.electron.evaluate(({ session }) =>
    session.defaultSession.resolveProxy('http://127.0.0.1:8080/'),
  );
  expect(proxy).toBe('DIRECT');
});

test('the theme of the app is the theme of its pages', async ({ sample }) => {
  const dark = (): Promise<boolean> =>
    sample.page.evaluate(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  const set = (source: 'dark' | 'light' | 'system'): Promise<[boolean, number]> =>
    sample.electron.evaluate(({ nativeTheme }, wanted) => {
      let updates = 0;
      const count = (): void => {
        updates += 1;
      };
      nativeTheme.on('updated', count);
      nativeTheme.themeSource = wanted;
      nativeTheme.off('updated', count);
      return [nativeTheme.shouldUseDarkColors, updates];
    }, source);
  expect((await set('dark'))[0]).toBe(true);
  await expect.poll(dark).toBe(true);
  expect((await set('light'))[0]).toBe(false);
  await expect.poll(dark).toBe(false);
  await set('system');
});
