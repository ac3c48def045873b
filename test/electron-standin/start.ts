import { join } from 'node:path';
import { windows } from './core/registry.ts';
import { startChromium } from './devtools/chromium.ts';
import { startSchemeServer } from './devtools/scheme-server.ts';
import { app } from './modules/app.ts';
import { switches } from './modules/command-line.ts';
import { followDownloads } from './modules/downloads.ts';
import { session } from './modules/session.ts';
import { followTargets } from './page/targets.ts';

/** Starts Chromium for the app that has been loaded, then lets the app be ready. */
export async function start(): Promise<void> {
  if (app.lifecycle.isEnding) return;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => app.quit());
  }
  const profile = join(app.getPath('sessionData'), 'standin-chromium');
  const port = await startSchemeServer();
  await startChromium(profile, port, switches, () => {
    console.error('stand-in: Chromium has ended unexpectedly');
    for (const window of windows.values()) window.vanished();
    app.exit(1);
  });
  await followTargets();
  app.lifecycle.ready();
  await followDownloads(session.defaultSession, app.getPath('downloads'));
}
