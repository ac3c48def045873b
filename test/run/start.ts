/* npm start: opens the app that was built, on Electron where its runtime is there or can be fetched. */
import { spawn } from 'node:child_process';
import { findChromium } from '../electron-standin/devtools/chromium-path.ts';
import {
  fetchElectronRuntime,
  findElectronRuntime,
  adoptElectronRuntime,
} from './electron-runtime.ts';
import type { ElectronRuntime } from './electron-runtime.ts';
import { prepareMachine } from './machine.ts';
import { root } from './steps.ts';

/** Long enough for 120 MB on a middling line, short enough to be waited for where nothing comes. */
const fetchLimitMs = 90_000;
/** What a person who has pressed Ctrl-C is willing to wait. */
const patienceMs = 5_000;

async function chooseRuntime(): Promise<ElectronRuntime> {
  const asked = process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined;
  if (!asked && findElectronRuntime().kind === 'stand-in') {
    console.log("Electron's runtime is not here yet; trying to fetch it ...");
    await fetchElectronRuntime(fetchLimitMs);
  }
  return adoptElectronRuntime();
}

/** Whether the stand-in can open a window here; says what to do where it can not. */
async function canShowWindow(): Promise<boolean> {
  if (process.platform === 'win32') {
    console.error("On Windows the app needs Electron's own runtime: npx install-electron");
    return false;
  }
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '';
  if (process.platform === 'linux' && display === '') {
    console.error('There is no display to open the window on. Without one: xvfb-run -a npm start');
    return false;
  }
  await prepareMachine(['chromium']);
  if (findChromium(true) !== undefined) return true;
  console.error('The stand-in needs an installed Chromium.');
  return false;
}

/** Runs the app until it ends, and gives its exit code. */
function open(runtime: ElectronRuntime, args: readonly string[]): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  // Chromium refuses to start as root with its sandbox on
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = spawn(runtime.executable, [...sandbox, root, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(runtime.kind === 'stand-in' ? { STANDIN_HEADED: '1' } : {}) },
  });
  const end = (): void => {
    // Ctrl-C has reached the app by itself; a second signal does no harm
    app.kill('SIGTERM');
    setTimeout(() => app.kill('SIGKILL'), patienceMs).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  app.once('error', reject);
  app.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 0)));
  return promise;
}

const runtime = await chooseRuntime();
console.log(runtime.sentence);
if (runtime.kind === 'stand-in' && !(await canShowWindow())) process.exit(1);
process.exit(await open(runtime, process.argv.slice(2)));
