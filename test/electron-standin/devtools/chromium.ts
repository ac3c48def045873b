import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { SCHEME_DOMAIN } from '../core/addresses.ts';
import { boundToParent } from '../core/parent-death.ts';
import { trace } from '../core/trace.ts';
import { findChromium } from './chromium-path.ts';
import { DevtoolsPipe } from './pipe.ts';

/** The running browser: one process per app. */
export type Chromium = {
  readonly pipe: DevtoolsPipe;
  readonly process: ChildProcess;
  /** Whether there are real windows on a display. */
  readonly headed: boolean;
  /** Without Chromium's own sandbox: as root, or where asked for. */
  readonly sandboxed: boolean;
  /** Opens a window without tab strip or address bar; only where `headed`. Sizes in CSS pixels. */
  openAppWindow(size: { width: number; height: number; x?: number; y?: number }): void;
  /** Closes the browser, by force after 1.5 s. Resolves once it is gone. */
  close(): Promise<void>;
};

const QUIET = [
  '--ash-no-nudges',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-infobars',
  '--disable-popup-blocking',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  // every frame of a page is then seen in one DevTools session, as one WebContents is in Electron
  '--disable-site-isolation-trials',
  '--disable-sync',
  '--hide-crash-restore-bubble',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--test-type',
];

/** Switches of the app or of Playwright that the stand-in answers itself. */
const NOT_FOR_CHROMIUM = new Set([
  'headless',
  'host-resolver-rules',
  'inspect',
  'inspect-brk',
  'no-sandbox',
  'user-data-dir',
]);

/** The lists under an address bar, which no app window has: two pages with a renderer of their own. */
const UNSEEN = 'WebUIOmniboxPopup,WebUIOmniboxAimPopup';

const WORTH_TELLING = /^DevTools listening on |Missing X server|(open|cannot open).*display/i;

let running: Chromium | undefined;

/** The running browser; throws before `startChromium` has resolved. */
export function chromium(): Chromium {
  if (running === undefined) throw new Error('stand-in: Chromium is not running yet');
  return running;
}

/** The running browser, or undefined before and after. */
export function chromiumIfRunning(): Chromium | undefined {
  return running;
}

function chromiumArguments(
  profile: string,
  port: number,
  headed: boolean,
  sandboxed: boolean,
  switches: ReadonlyMap<string, string>,
): string[] {
  const own = [
    '--remote-debugging-pipe',
    '--no-startup-window',
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=MAP *.${SCHEME_DOMAIN}:80 127.0.0.1:${port}`,
    ...(headed ? [] : ['--headless=new']),
    ...(sandboxed ? [] : ['--no-sandbox']),
    ...QUIET,
  ];
  // one list, for Chromium heeds only the last that it is given
  const disabled = [switches.get('disable-features'), UNSEEN].filter(Boolean).join(',');
  const passed = [...new Map([...switches, ['disable-features', disabled]])]
    .filter(([name]) => !NOT_FOR_CHROMIUM.has(name) && !own.includes(`--${name}`))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  return [...own, ...passed];
}

/** Makes the profile of a browser that connects to nothing of its own accord, as Electron's does not. */
function prepareProfile(profile: string): void {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(
    preferences,
    JSON.stringify({
      // 2 is never: no preconnecting, no looking up of names in advance
      net: { network_prediction_options: 2 },
      credentials_enable_service: false,
      profile: { password_manager_enabled: false },
      autofill: { credit_card_enabled: false, profile_enabled: false },
    }),
  );
}

/**
 * Starts Chromium with its profile in `profile`, custom schemes served by the loopback server on `port`.
 * `onGone` is called when it ends without having been closed.
 */
export async function startChromium(
  profile: string,
  port: number,
  switches: ReadonlyMap<string, string>,
  onGone: () => void,
): Promise<Chromium> {
  const headed = process.env['STANDIN_HEADED'] === '1';
  const executable = findChromium(headed);
  if (executable === undefined) {
    throw new Error('stand-in: no Chromium is installed (on Debian: apt-get install chromium)');
  }
  prepareProfile(profile);
  const sandboxed = process.getuid?.() !== 0 && !switches.has('no-sandbox');
  const own = chromiumArguments(profile, port, headed, sandboxed, switches);
  // the profile is free at once when this process is killed, for whoever starts next
  const { program, args } = boundToParent(executable, own);
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  let closing = false;
  const gone = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      trace('chromium has ended', code, signal);
      resolve();
      if (!closing) onGone();
    });
  });
  const { stderr } = child;
  if (stderr !== null) {
    createInterface({ input: stderr }).on('line', (line) => {
      // Playwright waits for the DevTools line on our stderr
      if (WORTH_TELLING.test(line) || process.env['STANDIN_TRACE'] !== undefined)
        console.error(line);
    });
  }
  const [, , , output, input] = child.stdio;
  if (!(output instanceof Writable) || !(input instanceof Readable)) {
    throw new Error('stand-in: Chromium has no DevTools pipe');
  }
  const pipe = new DevtoolsPipe(output, input);
  process.once('exit', () => {
    if (child.exitCode === null) child.kill('SIGKILL');
  });
  await Promise.race([pipe.session().send('Browser.getVersion'), gone]);
  running = {
    pipe,
    process: child,
    headed,
    sandboxed,
    openAppWindow({ width, height, x, y }) {
      // the process singleton of Chromium hands this to the running instance, and ends
      const place = x === undefined || y === undefined ? [] : [`--window-position=${x},${y}`];
      const size = `--window-size=${width},${height}`;
      const args = [`--user-data-dir=${profile}`, '--app=data:text/html,', '--test-type', size];
      const sandbox = sandboxed ? [] : ['--no-sandbox'];
      spawn(executable, [...args, ...place, ...sandbox], { stdio: 'ignore' }).unref();
    },
    async close() {
      closing = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const force = setTimeout(() => child.kill('SIGKILL'), 1500);
      pipe.session().send('Browser.close').catch(trace);
      await gone;
      clearTimeout(force);
    },
  };
  return running;
}
