/* The smallest app on which the contract can be tested; what a test needs beyond it, it sets up by evaluate(). */
import { app, BrowserWindow, ipcMain, protocol, utilityProcess } from 'electron';
import type { BrowserWindowConstructorOptions, ForkOptions } from 'electron';
import { readFile } from 'node:fs/promises';
import { appendFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

type Preventable = { preventDefault(): void };
type Said = { heard: [string, unknown][]; code: number; pid: string };

const here = import.meta.dirname;
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
].join('; ');

/** What the main process has seen, in order; a test reads and empties it. */
const log: [string, ...unknown[]][] = [];
/** Names of events that the next test wants prevented. */
const prevented = new Set<string>();

function note(name: string, event: Preventable | null = null, ...facts: unknown[]): void {
  log.push([name, ...facts]);
  if (prevented.has(name)) event?.preventDefault();
  // what happens while quitting can only be read afterwards
  const journal = process.env['CONTRACT_JOURNAL'];
  if (journal !== undefined) appendFileSync(journal, `${name}\n`);
}

function open(options: BrowserWindowConstructorOptions = {}, url = 'app://contract/index.html') {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    ...options,
    webPreferences: {
      preload: join(here, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      ...options.webPreferences,
    },
  });
  window.once('ready-to-show', () => note('ready-to-show'));
  window.on('close', (event) => note('close', event));
  window.on('closed', () => note('closed'));
  const loaded = window.loadURL(url).catch((error) => note('load failed', null, String(error)));
  return { window, loaded };
}

/**
 * Starts the utility process and answers with what it says until it ends.
 */
function converse(messages: unknown[], options: ForkOptions = {}, endAfter = 1): Promise<Said> {
  const child = utilityProcess.fork(join(here, 'utility.js'), ['first', 'second'], options);
  const heard: [string, unknown][] = [];
  return new Promise((resolve) => {
    child.on('spawn', () => heard.push(['spawn', typeof child.pid]));
    child.on('message', (message) => {
      heard.push(['message', message]);
      if (heard.filter(([name]) => name === 'message').length === endAfter) child.kill();
    });
    child.on('exit', (code) => resolve({ heard, code, pid: typeof child.pid }));
    const post: (message: unknown) => void = child.postMessage.bind(child);
    for (const message of messages) post(message);
  });
}

globalThis.contract = { log, prevented, note, open, converse, here };

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
if (process.env['CONTRACT_EXIT_EARLY'] !== undefined)
  app.exit(Number(process.env['CONTRACT_EXIT_EARLY']));
if (!app.requestSingleInstanceLock({ bytes: new Uint8Array([7]) })) app.quit();

app.on('before-quit', (event) => note('before-quit', event));
app.on('will-quit', (event) => note('will-quit', event));
app.on('quit', () => note('quit'));
app.on('window-all-closed', () => note('window-all-closed'));
app.on('window-all-closed', () => app.quit());
app.on('second-instance', (_event, argv, cwd, data) =>
  note('second-instance', null, argv, cwd, data),
);
app.on('child-process-gone', (_event, { type, name }) =>
  note('child-process-gone', null, type, name),
);
app.on('render-process-gone', (_event, _contents, { reason }) =>
  note('app:render-process-gone', null, reason),
);
app.on('web-contents-created', (_event, contents) => {
  note('web-contents-created');
  contents.on('will-navigate', (event) => note('will-navigate', event, event.url, true));
  contents.on('will-frame-navigate', (event) =>
    note('will-frame-navigate', event, event.url, event.isMainFrame),
  );
  contents.on('will-redirect', (event) =>
    note('will-redirect', event, event.url, event.isMainFrame),
  );
  contents.on('did-start-loading', () => note('did-start-loading'));
  contents.on('dom-ready', () => note('dom-ready'));
  contents.on('did-finish-load', () => note('did-finish-load'));
  contents.on('did-stop-loading', () => note('did-stop-loading'));
  contents.on('did-navigate', (_event, url) => note('did-navigate', null, url));
  contents.on('render-process-gone', (_event, { reason }) =>
    note('render-process-gone', null, reason),
  );
  contents.on('preload-error', (_event, path, error) =>
    note('preload-error', null, path, error.message),
  );
  contents.setWindowOpenHandler(({ url }) => {
    note('window-open', null, url);
    return { action: prevented.has('window-open') ? 'deny' : 'allow' };
  });
});

ipcMain.handle('echo', (_event, value: unknown) => value);
ipcMain.handle('fail', () => {
  throw Object.assign(new RangeError('too far'), { secret: 'not for the page' });
});
ipcMain.handle('describe', (_event, value: unknown) => ({
  tag: Object.prototype.toString.call(value),
  isBuffer: Buffer.isBuffer(value),
  bytes: value instanceof Uint8Array ? [...value] : null,
}));
ipcMain.handle('who', (event) => ({
  url: event.senderFrame?.url,
  origin: event.senderFrame?.origin,
  hasParent: event.senderFrame?.parent !== null,
  isMainFrame: event.senderFrame === event.sender.mainFrame,
  sender: event.sender.id,
}));
ipcMain.on('said', (event, value: unknown) => {
  note('said', null, value);
  event.reply('heard', value);
});

async function serve(request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  note('request', null, `${request.method} ${request.url}`);
  if (host !== 'contract' && host !== 'other') return new Response('no such host', { status: 404 });
  if (pathname === '/moved') return Response.redirect('app://contract/second.html', 302);
  if (pathname === '/body') return new Response(await request.text());
  try {
    const body = await readFile(join(here, 'pages', normalize(pathname)));
    const free = pathname.startsWith('/free');
    return new Response(body, {
      headers: {
        'content-type': types[extname(pathname)] ?? 'application/octet-stream',
        ...(free ? {} : { 'content-security-policy': policy }),
      },
    });
  } catch {
    return new Response('not found', { status: 404 });
  }
}

app.once('ready', () => {
  note('ready');
  protocol.handle('app', serve);
  protocol.handle('file', () => new Response('refused', { status: 403 }));
  open();
});
