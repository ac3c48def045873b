/* npm run dev: builds, opens the app, and does both again when a file of the product changes. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './steps.ts';

const settleMs = 200;
let app: ChildProcess | null = null;
let building = Promise.resolve();
let timer: NodeJS.Timeout | undefined;

/** Quits the running app and waits until it is gone, so that the next one finds the profile free. */
function quit(running: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    running.once('exit', () => resolve());
    running.kill('SIGTERM');
  });
}

async function rebuild(): Promise<void> {
  const { code } = await run('vite', ['build', '--logLevel', 'warn']);
  if (code !== 0) return;
  const previous = app;
  app = null;
  if (previous !== null && previous.exitCode === null) await quit(previous);
  const next = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  app = next;
  // The person has closed the window: there is nothing left to develop on.
  next.once('exit', () => {
    if (app === next) process.exit(0);
  });
}

function changed(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    building = building.then(rebuild);
  }, settleMs);
}

for (const folder of ['main', 'preload', 'renderer', 'assets']) {
  watch(join(root, folder), { recursive: true }, changed);
}
await rebuild();
