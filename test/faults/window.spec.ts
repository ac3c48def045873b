import type { ElectronApplication } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSwitchboard } from '../portal/switchboard.ts';
import { makeP12 } from '../support/p12.ts';
import { startPortal } from '../support/portal.ts';
import { changePower } from '../support/power.ts';
import { expect, test } from '../support/shared-app.ts';

/* security.md section 6, "Renderer", in the order of the rows: one app goes through all of it. */

test.describe.configure({ mode: 'serial' });

/** Playwright lets go of a page that has crashed, so the page is asked through main from there on. */
const inPage = (electron: ElectronApplication, code: string): Promise<unknown> =>
  electron.evaluate(async ({ BrowserWindow }, script): Promise<unknown> => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined || contents.isCrashed()) return 'crashed';
    return contents.executeJavaScript(script).catch(() => 'not yet');
  }, code);
const texts = (electron: ElectronApplication): Promise<unknown> =>
  inPage(electron, 'document.querySelector("#root")?.innerText ?? ""');
const crash = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );

const tellOfHang = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
  });

/** From now on somebody answers main's questions with these buttons, one after the other; `opened` tells of them. */
const answerQuestions = (electron: ElectronApplication, buttons: number[]): Promise<void> =>
  electron.evaluate(({ dialog }, presses) => {
    globalThis.opened = [];
    const answer = (...given: unknown[]) => {
      const options: unknown = given.at(-1);
      const named: unknown =
        typeof options === 'object' && options !== null ? Reflect.get(options, 'buttons') : [];
      globalThis.opened.push(Array.isArray(named) ? named.join(' · ') : '');
      return Promise.resolve({ response: presses.shift() ?? 0, checkboxChecked: false });
    };
    dialog.showMessageBox = answer;
  }, buttons);
const questions = (electron: ElectronApplication): Promise<string[]> =>
  electron.evaluate(() => globalThis.opened);

test('what the computer says is heard between two things that the app does, not in the middle of one', async ({
  app,
}) => {
  const { electron, page } = app;
  const heardWhileBusy = electron.evaluate(({ powerMonitor }) => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    setImmediate(() => {
      let isHeard = false;
      powerMonitor.once('resume', () => {
        isHeard = true;
      });
      const end = performance.now() + 400;
      while (performance.now() < end);
      resolve(isHeard);
    });
    return promise;
  });
  await page.waitForTimeout(150);
  await changePower(electron, { says: ['resume'] });
  expect(await heardWhileBusy).toBe(false);
});

test('a window that hangs may be waited for', async ({ app }) => {
  const { electron, page } = app;
  await answerQuestions(electron, [0]);
  await page.evaluate(() => {
    window.marks = ['still the same page'];
  });
  await tellOfHang(electron);
  await expect.poll(() => questions(electron)).toEqual(['Wait · Load it again']);
  expect(await page.evaluate(() => window.marks)).toEqual(['still the same page']);
});

test('a preload that fails is told with a question, and the page is loaded no second time by itself', async ({
  app,
}) => {
  const { electron, page } = app;
  const fail = (): Promise<void> =>
    electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.emit('preload-error', {}, 'index.cjs', new TypeError('hunter2'));
    });
  // Copied first, then opened again.
  await answerQuestions(electron, [2, 0]);
  await electron.evaluate(({ clipboard }) => clipboard.writeText(''));
  const loaded = page.waitForEvent('load');
  await fail();
  await loaded;
  const buttons = 'Open it again · Quit Latchkey · Copy details';
  expect(await questions(electron)).toEqual([buttons, buttons]);
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /^Latchkey \d+\.\d+\.\d+, \w+ \w+/u,
  );
  await page.waitForTimeout(500);
  expect(await questions(electron)).toHaveLength(2);
});

test('a window whose process dies comes back by itself, and the upload that main has goes on, once', async ({
  app,
}) => {
  const { electron, page } = app;
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-crash-'));
  const portal = await startPortal();
  const line = await startSwitchboard({ portal: portal.url });
  const { username, password } = portal;
  const p12 = await makeP12({ folder, password: 'willow-Drum-640', email: portal.email });
  line.fault({ kind: 'delay', ms: 4000 }, { call: 'uploadCertificate' });
  await page.evaluate(
    async ([address, user, secret, bytes, filePassword]) => {
      const signedIn = await window.portal.call('session.signIn', {
        address,
        username: user,
        password: secret,
        keepSignedIn: false,
      });
      const list = await window.portal.call('certificates.list', { refresh: true });
      const file = await window.portal.call('files.open', {
        name: 'mail.p12',
        bytes: Uint8Array.from(bytes),
      });
      if (!signedIn.ok || !list.ok || !file.ok) throw new Error('not ready');
      const { fileId } = file.value;
      const purpose = 'signing';
      await window.portal.call('files.inspect', { fileId, password: filePassword, purpose });
      const typeId = list.value.types.find((type) => type.purpose === purpose)?.id ?? '';
      const wish = { fileId, typeId, acknowledged: [] };
      const upload = await window.portal.call('certificates.upload', wish);
      if (!upload.ok) throw new Error(JSON.stringify(upload));
    },
    [line.url, username, password, [...p12.bytes], p12.password] as const,
  );
  await expect.poll(() => line.count('uploadCertificate')).toBe(1);
  await crash(electron);
  await expect.poll(() => texts(electron), { timeout: 30_000 }).toContain('My Devices');
  await expect.poll(() => portal.newestFile() !== null, { timeout: 30_000 }).toBe(true);
  expect(line.count('uploadCertificate')).toBe(1);
  expect(Buffer.from(portal.newestFile() ?? []).equals(p12.bytes)).toBe(true);
  await line.close();
  await portal.close();
  await rm(folder, { recursive: true });
});

test('a window that hangs for good is loaded again when the person asks for it, and works', async ({
  app,
}) => {
  const { electron } = app;
  await answerQuestions(electron, [1]);
  await inPage(electron, 'setTimeout(() => { for (;;); }, 0)');
  await tellOfHang(electron);
  await expect.poll(() => questions(electron)).toEqual(['Wait · Load it again']);
  await expect.poll(() => texts(electron), { timeout: 30_000 }).toContain('My Devices');
  const links = '[...document.querySelectorAll("nav [role=link]")]';
  await inPage(electron, `${links}.find((link) => link.innerText === "Settings").click()`);
  await expect.poll(() => texts(electron)).toContain('Language');
});

test('a window whose process dies three times in a minute asks, and comes back no more by itself', async ({
  app,
}) => {
  const { electron } = app;
  await answerQuestions(electron, [0]);
  // The third: after the upload's, and the one that was asked for.
  await crash(electron);
  await expect
    .poll(() => questions(electron), { timeout: 30_000 })
    .toEqual(['Open it again · Quit Latchkey · Copy details']);
  await expect.poll(() => texts(electron), { timeout: 30_000 }).toContain('Settings');
  expect(app.said()).not.toMatch(/uncaught|unhandled/iu);
});
