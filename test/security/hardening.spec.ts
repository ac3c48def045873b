import { expect, test } from '../support/shared-app.ts';

/*
 * Checklist 5, 11 to 14: what main would answer, asked of its own handlers. A session and a page that only write down
 * what is set on them are announced as Electron announces real ones.
 */
test('every session, of whatever kind, refuses permissions, devices, capture, downloads and foreign addresses', async ({
  app,
}) => {
  const verdicts = await app.electron.evaluate(({ app: electronApp }) => {
    type Handler = (...given: unknown[]) => unknown;
    const set = new Map<string, Handler>();
    const setter = (name: string) => (handler: Handler) => set.set(name, handler);
    const session = {
      setPermissionRequestHandler: setter('request'),
      setPermissionCheckHandler: setter('check'),
      setDevicePermissionHandler: setter('device'),
      setDisplayMediaRequestHandler: setter('display'),
      setSpellCheckerEnabled: setter('spelling'),
      webRequest: { onBeforeRequest: setter('fetch') },
      on: (name: string, handler: Handler) => set.set(name, handler),
    };
    electronApp.emit('session-created', session);
    const ask = (name: string, ...given: unknown[]): unknown => {
      let answer: unknown = 'none';
      const keep = (value: unknown): void => {
        answer = value;
      };
      const returned = set.get(name)?.(...given, keep);
      return answer === 'none' ? returned : answer;
    };
    const permissions = [
      'geolocation',
      'media',
      'notifications',
      'midiSysex',
      'pointerLock',
      'fullscreen',
      'hid',
      'usb',
      'serial',
      'openExternal',
      'clipboard-read',
      'fileSystem',
      'unknown',
    ];
    const fetched = (url: string): unknown => ask('fetch', { url, resourceType: 'image' });
    let isDownloading = true;
    set.get('will-download')?.({
      preventDefault: () => {
        isDownloading = false;
      },
    });
    return {
      asked: permissions.map((permission) => ask('request', {}, permission)),
      checked: permissions.map((permission) => set.get('check')?.({}, permission)),
      device: set.get('device')?.({ deviceType: 'hid' }),
      display: ask('display', {}),
      fetched: [
        'https://evil.example/',
        'http://127.0.0.1/',
        'file:///etc/passwd',
        'ws://evil.example',
        'app://portal.evil/index.html',
        'data:text/html,x',
        'app://portal/index.html',
        'data:image/png;base64,AA',
      ].map(fetched),
      isDownloading,
    };
  });
  expect(new Set(verdicts.asked)).toEqual(new Set([false]));
  expect(new Set(verdicts.checked)).toEqual(new Set([false]));
  expect(verdicts.device).toBe(false);
  expect(verdicts.display).toEqual({});
  const foreign = Array.from({ length: 6 }, () => ({ cancel: true }));
  expect(verdicts.fetched).toEqual([...foreign, { cancel: false }, { cancel: false }]);
  expect(verdicts.isDownloading).toBe(false);
});

test('every page, of whatever window, stays where it is, opens nothing and holds nothing else', async ({
  app,
}) => {
  const verdicts = await app.electron.evaluate(({ app: electronApp }) => {
    type Handler = (event: object) => unknown;
    const set = new Map<string, Handler>();
    let opener: Handler = () => ({ action: 'allow' });
    let webRtc = '';
    electronApp.emit(
      'web-contents-created',
      {},
      {
        on: (name: string, handler: Handler) => set.set(name, handler),
        setWindowOpenHandler: (handler: Handler) => {
          opener = handler;
        },
        setWebRTCIPHandlingPolicy: (policy: string) => {
          webRtc = policy;
        },
      },
    );
    const isStopped = (name: string, url: string, isMainFrame = true): boolean => {
      let stopped = false;
      const preventDefault = (): void => {
        stopped = true;
      };
      set.get(name)?.({ url, isMainFrame, preventDefault });
      return stopped;
    };
    const own = 'app://portal/index.html';
    const away = ['https://evil.example/', 'file:///etc/passwd', 'app://portal/other.html', ''];
    return {
      away: away.flatMap((url) => [
        isStopped('will-navigate', url),
        isStopped('will-frame-navigate', url),
        isStopped('will-redirect', url),
      ]),
      reload: isStopped('will-navigate', own) || isStopped('will-frame-navigate', own),
      ownInFrame: isStopped('will-frame-navigate', own, false),
      redirect: isStopped('will-redirect', own),
      webview: isStopped('will-attach-webview', own),
      windows: ['https://evil.example/', own].map((url) => opener({ url })),
      webRtc,
    };
  });
  expect(verdicts).toEqual({
    away: Array.from({ length: 12 }, () => true),
    reload: false,
    ownInFrame: true,
    redirect: true,
    webview: true,
    windows: [{ action: 'deny' }, { action: 'deny' }],
    webRtc: 'disable_non_proxied_udp',
  });
});

/* Chromium has no sandbox for root, and Playwright says so with a switch; nothing else may take it away. */
test('Chromium keeps its sandbox, and no switch takes it or the checks away', async ({ app }) => {
  const isRoot = process.getuid?.() === 0;
  const { argv, switches, pages } = await app.electron.evaluate(({ app: electronApp }) => ({
    argv: process.argv.filter((one) => /sandbox|web-security|certificate/u.test(one)),
    switches: ['disable-web-security', 'ignore-certificate-errors'].filter((name) =>
      electronApp.commandLine.hasSwitch(name),
    ),
    pages: electronApp
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ sandboxed }) => sandboxed),
  }));
  expect(argv.filter((one) => !isRoot || one !== '--no-sandbox')).toEqual([]);
  expect(switches).toEqual([]);
  expect(pages).toEqual([!isRoot]);
});
