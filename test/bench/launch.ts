import { _electron } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../support/app.ts';
import { makeP12 } from '../support/p12.ts';
import { chooseCertificate, signIn } from '../support/steps.ts';
import { makeBare } from './bare.ts';
import { startCrowdedPortal } from './crowd.ts';
import { median, ratio, table, timed } from './measure.ts';
import { packageSizes } from './package-size.ts';
import { pageMemory } from './page-timing.ts';
import { prepareApp } from './prepare.ts';

/** What a start costs: ms until there is something to use, MB of the main process, bytes of the page. */
type Started = { usable: number; main: number; heap: number; close: () => Promise<void> };

/** The main process's own share of memory, in MB (proportional set size, proc_pid_smaps(5)); NaN where there is no /proc. */
async function mainMemory(electron: ElectronApplication): Promise<number> {
  const pid = await electron.evaluate(() => process.pid);
  if (process.platform !== 'linux') return Number.NaN;
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/mu.exec(rollup)?.[1]) / 1000;
}

async function startBare(bare: string, profile: string): Promise<Started> {
  const begin = performance.now();
  const { PATH = '', ELECTRON_OVERRIDE_DIST_PATH = '' } = process.env;
  const env = { PATH, HOME: profile, ELECTRON_OVERRIDE_DIST_PATH };
  const electron = await _electron.launch({ args: [bare, `--user-data-dir=${profile}`], env });
  const page = await electron.firstWindow();
  await page.locator('#root > *').first().waitFor();
  const usable = performance.now() - begin;
  const { heap } = await pageMemory(page);
  return { usable, main: await mainMemory(electron), heap, close: () => electron.close() };
}

async function startLatchkey(profile: string): Promise<Started> {
  const begin = performance.now();
  const app = await launchApp({ profile });
  await app.page.getByRole('button', { name: 'Try the demo portal' }).waitFor();
  const usable = performance.now() - begin;
  const { heap } = await pageMemory(app.page);
  return { usable, main: await mainMemory(app.electron), heap, close: app.close };
}

/** Starts each of the two in turn, so that both meet the same machine; the first start is the cold one. */
async function starts(
  folder: string,
  rounds: number,
): Promise<{ bare: Started[]; own: Started[] }> {
  const bareFolder = await makeBare(folder);
  const bare: Started[] = [];
  const own: Started[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [all, start] of [
      [bare, () => startBare(bareFolder, join(folder, 'bare-profile'))],
      [own, () => startLatchkey(join(folder, 'profile'))],
    ] as const) {
      const started = await start();
      all.push(started);
      await started.close();
    }
  }
  return { bare, own };
}

/** Main's memory after signing in and adding a certificate, and the page's heap with ten thousand devices. */
async function afterTheMainJob(
  folder: string,
): Promise<{ main: number; heap: number; job: number }> {
  const portal = await startCrowdedPortal(folder, { devices: 10_000, certificates: 10 });
  const p12 = await makeP12({ folder, password: 'slow-River-12', email: portal.email });
  const app = await launchApp({ profile: join(folder, 'crowded') });
  try {
    const job = await timed(async () => {
      await signIn(app.page, portal);
      await app.page.getByRole('option').first().waitFor();
      const { path, password } = p12;
      await chooseCertificate(app.page, { type: 'Signing Certificate', path, password });
      await app.page.getByRole('heading', { name: 'Ines Declercq' }).waitFor();
      await app.page.getByRole('button', { name: 'Upload', exact: true }).click();
      await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    });
    await app.page.getByRole('link', { name: 'My Devices' }).click();
    await app.page.getByRole('option').first().waitFor();
    const { heap } = await pageMemory(app.page);
    return { main: await mainMemory(app.electron), heap, job };
  } finally {
    await app.close();
    await portal.close();
  }
}

/**
 * From the start to something to use, cold and warm; main's memory after the main job; the page's with ten thousand
 * devices; the size of the package: beside a bare window of the same runtime, in the same run.
 */
export async function benchLaunch(): Promise<void> {
  await prepareApp();
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
  try {
    const { bare, own } = await starts(folder, 4);
    const job = await afterTheMainJob(folder);
    const sizes = await packageSizes(folder);
    const first = (all: readonly Started[]): Started => {
      const [start] = all;
      if (start === undefined) throw new Error('nothing was started');
      return start;
    };
    const of = (all: readonly Started[], part: 'usable' | 'main' | 'heap'): number =>
      median(all.slice(1).map((each) => each[part]));
    const row = (what: string, left: number, right: number, digits = 0): string[] => [
      what,
      left.toFixed(digits),
      right.toFixed(digits),
      ratio(right / left, null),
    ];
    const bareHeap = of(bare, 'heap') / 1e6;
    const size = (how: 'unpacked' | 'compressed'): string[] => {
      const what = `${sizes.what}, ${how === 'unpacked' ? how : 'as tar.gz'}, MB`;
      return row(what, sizes.bare[how] / 1e6, sizes.own[how] / 1e6, 3);
    };
    table(
      ['launch', 'bare window', 'Latchkey', 'ratio'],
      [
        row('usable, first start on a new profile, ms', first(bare).usable, first(own).usable),
        row('usable, later starts, ms', of(bare, 'usable'), of(own, 'usable')),
        row('main process, signed out, MB', of(bare, 'main'), of(own, 'main')),
        row('main process, after the main job, 10000 devices, MB', of(bare, 'main'), job.main),
        row('page heap, signed out, MB', bareHeap, of(own, 'heap') / 1e6, 1),
        row('page heap, 10000 devices, MB', bareHeap, job.heap / 1e6, 1),
        ['the main job with 10000 devices, ms', '', job.job.toFixed(0), ''],
        size('unpacked'),
        size('compressed'),
      ],
    );
    console.log(sizes.note);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
