import type { CDPSession } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import type { RunningApp } from '../support/app.ts';

/** One look at a running app, garbage collected first; memory in MB. */
export type Sample = {
  /** Ms since the start. */
  at: number;
  mainRss: number;
  mainHeap: number;
  pageHeap: number;
  pageNodes: number;
  pageListeners: number;
  /** Open files, pipes and sockets of the main process; 0 where there is no /proc. */
  handles: number;
  sockets: number;
  /** Listeners on Electron's modules, the process and the window. */
  listeners: number;
};

/** What may grow, by what in an hour at most, and by how much before anything can be said. */
export const limits: Readonly<
  Record<Exclude<keyof Sample, 'at'>, { perHour: number; least: number }>
> = {
  // Of memory that the system has given once it takes back little: this one is told, and hardly ever a verdict.
  mainRss: { perHour: 200, least: 150 },
  mainHeap: { perHour: 5, least: 6 },
  pageHeap: { perHour: 5, least: 6 },
  pageNodes: { perHour: 2000, least: 1500 },
  pageListeners: { perHour: 500, least: 300 },
  handles: { perHour: 20, least: 10 },
  sockets: { perHour: 20, least: 10 },
  listeners: { perHour: 10, least: 5 },
};

const megabyte = 1_048_576;
const rounded = (bytes: number): number => Math.round((bytes / megabyte) * 100) / 100;

const inMain = (app: RunningApp) =>
  app.electron.evaluate((electron) => {
    const v8 = process.getBuiltinModule('node:v8');
    const vm = process.getBuiltinModule('node:vm');
    v8.setFlagsFromString('--expose-gc');
    const collect: unknown = vm.runInNewContext('gc');
    if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
    const { app: electronApp, powerMonitor, nativeTheme, ipcMain, screen } = electron;
    const [window] = electron.BrowserWindow.getAllWindows();
    const emitters = [electronApp, powerMonitor, nativeTheme, ipcMain, screen, process];
    const all: NodeJS.EventEmitter[] = [
      ...emitters,
      ...(window ? [window, window.webContents] : []),
    ];
    const { rss, heapUsed } = process.memoryUsage();
    return {
      pid: process.pid,
      rss,
      heapUsed,
      sockets: process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP')).length,
      listeners: all.reduce(
        (sum, emitter) =>
          sum + emitter.eventNames().reduce((n, name) => n + emitter.listenerCount(name), 0),
        0,
      ),
    };
  });

/** Opens what `takeSample` asks the page through. */
export async function openProbe(app: RunningApp): Promise<CDPSession> {
  const probe = await app.page.context().newCDPSession(app.page);
  await probe.send('Performance.enable');
  await probe.send('HeapProfiler.enable');
  return probe;
}

/** Collects garbage in main and in the page, and looks. */
export async function takeSample(app: RunningApp, probe: CDPSession, at: number): Promise<Sample> {
  // DevTools' console keeps every form that Chromium has a hint about; without DevTools nobody does.
  await probe.send('Runtime.discardConsoleEntries');
  await probe.send('HeapProfiler.collectGarbage');
  const { metrics } = await probe.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  const main = await inMain(app);
  const handles = await readdir(`/proc/${main.pid}/fd`).catch(() => []);
  return {
    at,
    mainRss: rounded(main.rss),
    mainHeap: rounded(main.heapUsed),
    pageHeap: rounded(metric('JSHeapUsedSize')),
    pageNodes: metric('Nodes'),
    pageListeners: metric('JSEventListeners'),
    handles: handles.length,
    sockets: main.sockets,
    listeners: main.listeners,
  };
}
