import { _electron } from '@playwright/test';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectronRuntime } from '../run/electron-runtime.ts';
import { endSample, expect, launchSample, logOf, prevent, test } from './launch.ts';
import type { Sample } from './launch.ts';

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });

/** Starts the sample app a second time, without Playwright, and gives its exit code. */
async function startAgain(
  { folder, profile }: Sample,
  env: Record<string, string>,
  ...args: string[]
): Promise<number | null> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const own = [folder, `--user-data-dir=${profile}`, ...sandbox, ...args];
  const child = spawn(findElectronRuntime().executable, own, {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  return exitOf(child);
}

const journalOf = (path: string): string[] =>
  existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];

/** The processes whose command line names the profile. */
async function processesOf({ profile }: Sample): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return commands.filter((command) => command.includes(profile));
}

/* From start to end. */
test('quitting goes in order, and the app is gone', async () => {
  const journal = join(tmpdir(), `contract-quit-${process.pid}`);
  const sample = await launchSample({ CONTRACT_JOURNAL: journal });
  const exited = exitOf(sample.electron.process());
  await sample.electron.evaluate(({ app }) => app.quit());
  expect(await exited).toBe(0);
  const order = ['ready', 'before-quit', 'close', 'closed', 'will-quit', 'quit'];
  expect(journalOf(journal).filter((name) => order.includes(name))).toEqual(order);
  expect(journalOf(journal)).not.toContain('window-all-closed');
  await endSample(sample);
  await rm(journal);
});

test('closing the last window tells so, and the app may quit', async () => {
  const journal = join(tmpdir(), `contract-close-${process.pid}`);
  const sample = await launchSample({ CONTRACT_JOURNAL: journal });
  const exited = exitOf(sample.electron.process());
  await sample.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await exited;
  const order = ['close', 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit'];
  expect(journalOf(journal).filter((name) => order.includes(name))).toEqual(order);
  await endSample(sample);
  await rm(journal);
});

test('a quit that before-quit prevents leaves everything as it was', async ({ sample }) => {
  await prevent(sample, 'before-quit');
  await sample.electron.evaluate(({ app }) => app.quit());
  await sample.page.waitForTimeout(200);
  expect(await logOf(sample)).toEqual([['before-quit']]);
  expect(await sample.page.evaluate(() => window.bridge.add(1, 2))).toBe(3);
});

test('a window that refuses to close ends the attempt to quit', async ({ sample }) => {
  await prevent(sample, 'close');
  await sample.electron.evaluate(({ app }) => app.quit());
  await sample.page.waitForTimeout(200);
  expect(await logOf(sample)).toEqual([['before-quit'], ['close']]);
});

test('a second instance hands its arguments to the first and ends', async ({ sample }) => {
  await startAgain(sample, {}, 'some-file.p12', '--flag');
  await expect
    .poll(async () => (await logOf(sample)).find(([name]) => name === 'second-instance'))
    .toBeDefined();
  const [, argv, cwd] = (await logOf(sample)).find(([name]) => name === 'second-instance') ?? [];
  expect(argv).toEqual(expect.arrayContaining(['some-file.p12', '--flag']));
  expect(cwd).toBe(process.cwd());
  const data = await sample.electron.evaluate(() => {
    const [, , , given] =
      globalThis.contract.log.find(([name]) => name === 'second-instance') ?? [];
    const bytes: unknown =
      typeof given === 'object' && given !== null ? Reflect.get(given, 'bytes') : null;
    return bytes instanceof Uint8Array ? [...bytes] : null;
  });
  expect(data).toEqual([7]);
});

test('an exit before the app is ready ends it with the code that is given', async ({ sample }) => {
  expect(await startAgain(sample, { CONTRACT_EXIT_EARLY: '7' })).toBe(7);
});

test('the app knows its name, version and folders', async ({ sample }) => {
  const facts = await sample.electron.evaluate(({ app }) => ({
    name: app.getName(),
    version: app.getVersion(),
    path: app.getAppPath(),
    userData: app.getPath('userData'),
    isPackaged: app.isPackaged,
    type: process.type,
    electron: typeof process.versions.electron,
  }));
  expect(facts).toEqual({
    name: 'Contract',
    version: '3.2.1',
    path: sample.folder,
    userData: sample.profile,
    isPackaged: false,
    type: 'browser',
    electron: 'string',
  });
});

test('an app that is killed leaves no process behind, however busy they are', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const sample = await launchSample();
  await sample.electron.evaluate(({ utilityProcess }) => {
    const child = utilityProcess.fork(`${globalThis.contract.here}/utility.js`);
    const looping = new Promise((resolve) => {
      child.once('message', resolve);
    });
    child.postMessage.call(child, { action: 'loop' });
    return looping;
  });
  expect((await processesOf(sample)).length).toBeGreaterThan(3);
  sample.electron.process().kill('SIGKILL');
  await expect.poll(() => processesOf(sample)).toEqual([]);
  await rm(sample.profile, { recursive: true, force: true });
});

test('an app that was killed can be started again at once', async () => {
  const sample = await launchSample();
  const exited = exitOf(sample.electron.process());
  sample.electron.process().kill('SIGKILL');
  await exited;
  const again = await _electron.launch({
    args: [sample.folder, `--user-data-dir=${sample.profile}`],
  });
  await (await again.firstWindow()).waitForSelector('h1');
  await again.close();
  await rm(sample.profile, { recursive: true, force: true });
});
