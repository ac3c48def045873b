/* npm run screens [-- NAME...]: every page as a picture, or those whose names begin so, into screens/, with a contact sheet. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCrowdedPortal } from '../bench/crowd.ts';
import { startSwitchboard } from '../portal/switchboard.ts';
import { createThrowawayCa } from '../portal/throwaway-ca.ts';
import { askedViews } from '../screens/asked-views.ts';
import {
  keychainLocked,
  listsFail,
  noWayIn,
  nothingYet,
  portalGone,
} from '../screens/bad-day-views.ts';
import { orderViews } from '../screens/order-views.ts';
import { signedIn, signedOut } from '../screens/views.ts';
import type { Stage, View } from '../screens/views.ts';
import { launchApp } from '../support/app.ts';
import type { LaunchOptions } from '../support/app.ts';
import { keyringMissing } from '../support/keyring.ts';
import { makeP12 } from '../support/p12.ts';
import { startPortal } from '../support/portal.ts';
import type { TestPortal } from '../support/portal.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { signIn } from '../support/steps.ts';
import { adoptElectronRuntime } from './electron-runtime.ts';
import { prepareMachine } from './machine.ts';
import { root, run } from './steps.ts';

const folder = join(root, 'screens');
const sizes = [
  { width: 1120, height: 760 },
  { width: 880, height: 600 },
] as const;
const themes = ['light', 'dark'] as const;
// English last: the next view is found by its English words.
const languages = ['ja', 'en'] as const;
const wanted = process.argv.slice(2);
const pictures: string[] = [];

/** One picture in both languages, both themes and both sizes; words, layout and colours settle between them. */
async function take({ name }: View, stage: Stage): Promise<void> {
  const { electron, page } = stage;
  for (const language of languages) {
    for (const size of sizes) {
      await electron.evaluate(({ BrowserWindow }, { width, height }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      }, size);
      for (const theme of themes) {
        await page.evaluate((chosen) => window.portal.call('app.setPreferences', chosen), {
          theme,
          language,
        });
        await page.waitForTimeout(350);
        const file = `${name}-${size.width}-${theme}-${language}.png`;
        await page.screenshot({ path: join(folder, file) });
        pictures.push(file);
      }
    }
  }
}

async function takeAll(views: readonly View[], stage: Stage): Promise<void> {
  for (const view of views) {
    await stage.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1120, 760);
    });
    await view.show(stage);
    await stage.page.mouse.move(1, 1);
    if (wanted.length === 0 || wanted.some((name) => view.name.startsWith(name)))
      await take(view, stage);
    await view.leave?.(stage);
  }
}

/** An app of its own for a row of views, so that none of them finds what another has left. */
async function withApp(
  play: (stage: Stage) => Promise<void>,
  options: Partial<LaunchOptions> = {},
): Promise<void> {
  const app = await launchApp({ profile: await mkdtemp(join(work, 'profile-')), ...options });
  try {
    await play({ page: app.page, electron: app.electron, p12 });
  } finally {
    await app.close();
  }
}

async function inTheDemo(stage: Stage): Promise<void> {
  await takeAll(signedOut, stage);
  await stage.page.getByRole('button', { name: 'Try the demo portal' }).click();
  await stage.page.getByRole('heading', { name: 'My Devices' }).waitFor();
  await takeAll(signedIn, stage);
  await takeAll(orderViews, stage);
}

async function onABadDay(views: typeof noWayIn, portal: TestPortal): Promise<void> {
  const line = await startSwitchboard({ portal: portal.url });
  const ca = createThrowawayCa();
  try {
    await withApp((stage) => takeAll(views({ portal, line, ca }), stage));
  } finally {
    ca.remove();
    await line.close();
    await portal.close();
  }
}

async function onALongAfternoon(): Promise<void> {
  let ahead = 0;
  const portal = await startPortal({ now: () => Date.now() + ahead });
  const line = await startSwitchboard({ portal: portal.url });
  const pass = (ms: number): void => {
    ahead += ms;
    line.clear();
    line.fault({ kind: 'clock', skewMs: ahead }, { times: 10_000 });
  };
  try {
    await withApp((stage) => takeAll(askedViews({ url: line.url, portal, pass }), stage));
  } finally {
    await line.close();
    await portal.close();
  }
}

/** Somebody stays signed in; at the next start of the computer their keychain stays locked. */
async function behindALockedKeychain(): Promise<void> {
  const missing = keyringMissing();
  if (missing !== null) {
    console.log(`no picture of a locked keychain: ${missing}`);
    return;
  }
  const portal = await startPortal();
  const session = join(work, 'session');
  const profile = join(work, 'profile-kept');
  try {
    const open = await startSessionBus(session);
    await withApp(({ page }) => signIn(page, portal, { keep: true }), {
      profile,
      env: open.address,
    });
    open.stop();
    const locked = await startSessionBus(session, 'locked');
    await withApp((stage) => takeAll(keychainLocked, stage), {
      profile,
      env: locked.address,
    });
    locked.stop();
  } finally {
    await portal.close();
  }
}

const contactSheet = (): string =>
  `<!doctype html><meta charset="utf-8"><title>Latchkey, every page</title>
<style>body{font:13px system-ui;margin:24px;background:#888}figure{display:inline-block;margin:8px}img{width:420px;display:block}</style>
${pictures.map((file) => `<figure><a href="${file}"><img src="${file}" loading="lazy"></a><figcaption>${file}</figcaption></figure>`).join('\n')}\n`;

if (!(await prepareMachine(['chromium-headless-shell', 'openssl', 'fonts-noto-cjk'])))
  process.exit(1);
console.log(adoptElectronRuntime().sentence);
const build = await run('vite', ['build', '--logLevel', 'warn']);
if (build.code !== 0) process.exit(build.code);
await rm(folder, { recursive: true, force: true });
await mkdir(folder);
const work = await mkdtemp(join(tmpdir(), 'latchkey-screens-'));
const email = 'ines.declercq@haldenvoss.example';
const p12 = await makeP12({ folder: work, password: 'harbour-Light-9', email });
try {
  await withApp(inTheDemo);
  await onABadDay(noWayIn, await startPortal());
  await onABadDay(nothingYet, await startCrowdedPortal(work, { devices: 0, certificates: 0 }));
  await onABadDay(listsFail, await startPortal());
  await onABadDay(portalGone, await startPortal());
  await onALongAfternoon();
  await behindALockedKeychain();
  await writeFile(join(folder, 'index.html'), contactSheet());
  console.log(`${pictures.length} pictures in ${folder}`);
} finally {
  await rm(work, { recursive: true, force: true });
}
