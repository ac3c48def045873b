/* npm run screens: every page as a picture, light and dark, in both sizes, into screens/, with a contact sheet. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedIn, signedOut } from '../screens/views.ts';
import type { Stage, View } from '../screens/views.ts';
import { launchApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { makeP12 } from '../support/p12.ts';
import { adoptElectronRuntime } from './electron-runtime.ts';
import { prepareMachine } from './machine.ts';
import { root, run } from './steps.ts';

const folder = join(root, 'screens');
const sizes = [
  { width: 1120, height: 760 },
  { width: 880, height: 600 },
] as const;
const themes = ['light', 'dark'] as const;
const pictures: string[] = [];

/** One picture in both themes and both sizes; layout and colours settle between them. */
async function take({ electron, page }: RunningApp, name: string): Promise<void> {
  for (const size of sizes) {
    await electron.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    for (const theme of themes) {
      await page.evaluate(
        (chosen) => window.portal.call('app.setPreferences', { theme: chosen }),
        theme,
      );
      await page.waitForTimeout(350);
      const file = `${name}-${size.width}-${theme}.png`;
      await page.screenshot({ path: join(folder, file) });
      pictures.push(file);
    }
  }
}

async function takeAll(app: RunningApp, views: readonly View[], stage: Stage): Promise<void> {
  for (const view of views) {
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1120, 760);
    });
    await view.show(stage);
    await stage.page.mouse.move(1, 1);
    await take(app, view.name);
    await view.leave?.(stage);
  }
}

const contactSheet = (): string =>
  `<!doctype html><meta charset="utf-8"><title>Latchkey, every page</title>
<style>body{font:13px system-ui;margin:24px;background:#888}figure{display:inline-block;margin:8px}img{width:420px;display:block}</style>
${pictures.map((file) => `<figure><a href="${file}"><img src="${file}"></a><figcaption>${file}</figcaption></figure>`).join('\n')}\n`;

if (!(await prepareMachine(['chromium', 'openssl']))) process.exit(1);
console.log(adoptElectronRuntime().sentence);
const build = await run('vite', ['build', '--logLevel', 'warn']);
if (build.code !== 0) process.exit(build.code);
await rm(folder, { recursive: true, force: true });
await mkdir(folder);
const work = await mkdtemp(join(tmpdir(), 'latchkey-screens-'));
const app = await launchApp({ profile: join(work, 'profile') });
try {
  const email = 'ines.declercq@haldenvoss.example';
  const p12 = await makeP12({ folder: work, password: 'harbour-Light-9', email });
  const stage = { page: app.page, p12 };
  await takeAll(app, signedOut, stage);
  await app.page.getByRole('button', { name: 'Try the demo portal' }).click();
  await app.page.getByRole('heading', { name: 'My Devices' }).waitFor();
  await takeAll(app, signedIn, stage);
  await writeFile(join(folder, 'index.html'), contactSheet());
  console.log(`${pictures.length} pictures in ${folder}`);
} finally {
  await app.close();
  await rm(work, { recursive: true, force: true });
}
