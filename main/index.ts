import { app, protocol } from 'electron';
import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { createDispatch } from './ipc/dispatch.ts';
import { connectCalls, createEmit } from './ipc/connect.ts';
import { createRateLimit } from './ipc/rate.ts';
import { assemble } from './assemble.ts';
import { toAppError } from './errors.ts';
import { openLog } from './log.ts';
import { gatherArrivals } from './opened-files/arrivals.ts';
import { filesOnCommandLine } from './opened-files/command-line.ts';
import { createSchemeHandler, pageScheme } from './window/scheme.ts';
import { createRefusals } from './window/refusals.ts';
import { enforceSecurity } from './window/security.ts';
import { openWindow } from './window/window.ts';

/* Boot order, and nothing else: lock, scheme, sandbox, ready, security, features, window. */

let window: BrowserWindow | undefined;
const contents = () => (window?.isDestroyed() === false ? window.webContents : undefined);

/** Files that the system wants opened: by double click, from the command line, by a second start. */
const arrivals = gatherArrivals(systemClock);
const filesOf = (argv: readonly string[], folder: string): string[] =>
  filesOnCommandLine(argv, folder, process.defaultApp);

/** Of the installed app; without it Windows shows none of its notifications. */
const appId = 'example.latchkey.desktop';

function focusWindow(): void {
  if (window === undefined || window.isDestroyed()) return;
  // While its page loads it has nothing to show, and shows itself when it has.
  if (window.webContents.isLoading()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function start(): void {
  app.setAppUserModelId(appId);
  const log = openLog(join(app.getPath('userData'), 'logs'));
  log.info('start', { version: app.getVersion() });
  const refused = createRefusals(log);
  enforceSecurity(refused);
  protocol.handle(pageScheme, createSchemeHandler(join(import.meta.dirname, '../renderer')));

  const features = assemble({
    emit: createEmit(contents),
    clock: systemClock,
    log,
    bringForward: () => {
      const isThere = contents() !== undefined;
      if (isThere) focusWindow();
      else open();
      return isThere ? 'there' : 'made';
    },
  });
  const { crashes } = features;
  process.on('unhandledRejection', (cause) => crashes.faulted('unhandled rejection', cause));
  process.on('uncaughtException', (cause) => crashes.faulted('uncaught exception', cause));
  const dispatch = createDispatch({
    handlers: features.handlers,
    called: features.called,
    take: createRateLimit(30, 60, () => performance.now()),
    toError: (cause, call) => toAppError(cause, call, log),
  });
  connectCalls(dispatch, contents, () => refused('sender'));

  const open = (): void => {
    const { settings } = features;
    const { windowBounds, isWindowMaximized } = settings.get();
    window = openWindow({
      place: { bounds: windowBounds, isMaximized: isWindowMaximized },
      savePlace: ({ bounds, isMaximized }) =>
        settings.set({ windowBounds: bounds, isWindowMaximized: isMaximized }),
      log: (what) => log.warn('window', { where: what }),
      quit: () => app.quit(),
      crashDetails: () => {
        const { reference = '', what = '' } = crashes.last() ?? {};
        return `Latchkey ${app.getVersion()}, ${process.platform} ${process.arch}: ${what} ${reference}`;
      },
    });
    window.once('show', features.warmUp);
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') crashes.windowGone(reason);
    });
  };
  app.on('activate', () => {
    if (contents() === undefined) open();
  });
  app.on('second-instance', (_event, argv, folder) => {
    focusWindow();
    arrivals.add(filesOf(argv, folder));
  });
  app.on('will-quit', () => features.dispose());
  features.start();
  open();
  arrivals.add(filesOf(process.argv, process.cwd()));
  arrivals.handTo(features.openFiles);
}

if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.enableSandbox();
  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrivals.add([path]);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Not awaited at the top: `ready` comes only after this file has been read to its end.
  void app.whenReady().then(start);
} else {
  app.quit();
}
