import { expect, logOf, test } from './launch.ts';

/* The app's own scheme: served by its handler, a secure context, its policy in force. */
test('the handler answers for the page and all it asks for, with the scheme as address', async ({
  sample,
}) => {
  await sample.page.reload();
  await sample.page.waitForSelector('h1');
  const asked = (await logOf(sample)).flatMap(([name, what]) => (name === 'request' ? [what] : []));
  expect(asked.map(String).sort()).toEqual([
    'GET app://contract/index.html',
    'GET app://contract/page.js',
    'GET app://contract/style.css',
  ]);
  expect(await sample.page.evaluate(() => window.isSecureContext)).toBe(true);
});

test('methods and bodies reach the handler', async ({ sample }) => {
  const text = await sample.page.evaluate(async () => {
    const response = await fetch('/body', { method: 'POST', body: 'some text' });
    return response.text();
  });
  expect(text).toBe('some text');
  expect(await logOf(sample)).toContainEqual(['request', 'POST app://contract/body']);
});

test('the status of the handler is the status in the page', async ({ sample }) => {
  const status = await sample.page.evaluate(async () => (await fetch('/nothing-here')).status);
  expect(status).toBe(404);
});

test('another host of the scheme is asked of the handler too, as itself', async ({ sample }) => {
  await sample.electron.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    await window?.loadURL('app://elsewhere/index.html');
  });
  expect(await logOf(sample)).toContainEqual(['request', 'GET app://elsewhere/index.html']);
});

test('a content security policy in a header is kept', async ({ sample }) => {
  const seen = await sample.page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      violated.push(event.effectiveDirective);
    });
    const script = document.createElement('script');
    script.text = 'document.documentElement.dataset.injected = "yes"';
    document.head.append(script);
    const image = document.createElement('img');
    image.src = 'https://example.invalid/a.png';
    document.body.append(image);
    const fetched = await fetch('https://example.invalid/').then(
      () => 'fetched',
      () => 'blocked',
    );
    const own = await fetch('/style.css').then(
      () => 'fetched',
      () => 'blocked',
    );
    return { violated, fetched, own, injected: document.documentElement.dataset['injected'] };
  });
  expect(seen).toMatchObject({ fetched: 'blocked', own: 'fetched' });
  expect(seen.injected).toBeUndefined();
  expect(seen.violated.sort()).toEqual(['connect-src', 'img-src', 'script-src-elem']);
});

test('a page without a policy of its own is not bound by another', async ({ sample }) => {
  const ran = await sample.electron.evaluate(async () => {
    const { window, loaded } = globalThis.contract.open({}, 'app://contract/free.html');
    await loaded;
    const answer: unknown = await window.webContents.executeJavaScript(`
      const script = document.createElement('script');
      script.text = 'document.documentElement.dataset.injected = "yes"';
      document.head.append(script);
      document.documentElement.dataset.injected;`);
    return answer;
  });
  expect(ran).toBe('yes');
});

test('a file address answers what the handler for files answers', async ({ sample }) => {
  const seen = await sample.electron.evaluate(async ({ net }) => {
    const { window, loaded } = globalThis.contract.open({}, 'file:///etc/hostname');
    await loaded;
    const text: unknown = await window.webContents.executeJavaScript('document.body.innerText');
    const response = await net.fetch('file:///etc/hostname');
    return { text, status: response.status };
  });
  expect(seen).toEqual({ text: 'refused', status: 403 });
});

test('main can fetch from the scheme itself', async ({ sample }) => {
  const seen = await sample.electron.evaluate(async ({ net }) => {
    const response = await net.fetch('app://contract/second.html');
    return [response.status, (await response.text()).includes('Second page')];
  });
  expect(seen).toEqual([200, true]);
});

test('a scheme can not be taken twice, nor registered late', async ({ sample }) => {
  const refused = await sample.electron.evaluate(({ protocol }) => {
    const attempt = (task: () => void): boolean => {
      try {
        task();
        return false;
      } catch {
        return true;
      }
    };
    return [
      attempt(() => protocol.handle('app', () => new Response(''))),
      attempt(() => protocol.registerSchemesAsPrivileged([{ scheme: 'late' }])),
      protocol.isProtocolHandled('app'),
    ];
  });
  expect(refused).toEqual([true, true, true]);
});
