import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import forge from 'node-forge';
import { build } from 'vite';
import { z } from 'zod';
import { inspectFile } from '../../main/pkcs12/inspect.ts';
import { openContainer } from '../../main/pkcs12/read.ts';
import { benchFiles, hostileFiles } from './pkcs12-files.ts';
import { median, ratio, spent, table, timed } from './measure.ts';
import type { InspectRequest } from '../../main/pkcs12/types.ts';
import type { BenchFile } from './pkcs12-files.ts';

const coldEntry = new URL('pkcs12-cold.ts', import.meta.url).pathname;
const coldReport = z.object({
  load: z.number(),
  open: z.number(),
  describe: z.number(),
  peakMegabytes: z.number(),
});

function requestFor(password: string, acceleration: boolean): InspectRequest {
  return {
    password,
    purpose: 'look',
    email: null,
    now: Date.now(),
    knownFingerprints: [],
    accept: 'pkcs12',
    acceleration,
  };
}

function openssl(file: BenchFile): void {
  const args = ['pkcs12', '-legacy', '-nodes', '-in', file.path, '-passin', 'pass:secret'];
  execFileSync('openssl', args, { stdio: 'ignore' });
}

/** Opens the file once in every way, one after the other, and gives the times in ms. */
async function round(
  file: BenchFile,
): Promise<Record<'openssl' | 'native' | 'pure' | 'whole', number>> {
  const { bytes } = file;
  return {
    openssl: await timed(async () => openssl(file)),
    native: await timed(() => openContainer(bytes, { password: 'secret', acceleration: true })),
    pure: await timed(() => openContainer(bytes, { password: 'secret', acceleration: false })),
    whole: await timed(() => inspectFile(bytes, requestFor('secret', true))),
  };
}

async function warm(files: readonly BenchFile[]): Promise<void> {
  const rows: string[][] = [];
  for (const file of files) {
    const rounds: Awaited<ReturnType<typeof round>>[] = [];
    await round(file);
    const first = await round(file);
    // Slow files are steady; quick ones are measured often.
    const count = Math.max(3, Math.min(21, Math.round(1500 / first.pure)));
    for (let index = 0; index < count; index++) rounds.push(await round(file));
    const of = (way: keyof typeof first): number => median(rounds.map((each) => each[way]));
    rows.push([
      file.label,
      ...(['openssl', 'native', 'pure', 'whole'] as const).map((way) => of(way).toFixed(1)),
      ratio(of('native') / of('openssl'), file.target.accelerated),
      ratio(of('pure') / of('openssl'), file.target.pure),
      ratio(of('whole') / of('openssl'), null),
    ]);
  }
  console.log(
    '\nWarm: reading, MAC, decrypting; `whole` also describes, verifies the chain and checks (ms)',
  );
  const heads = ['file', 'openssl -nodes', 'accelerated', 'pure', 'whole'];
  table([...heads, 'accelerated /', 'pure /', 'whole /'], rows);
}

type Spent = Awaited<ReturnType<typeof spent>>;

async function againstForge(files: readonly BenchFile[]): Promise<void> {
  const rows: string[][] = [];
  for (const file of files.slice(0, 3)) {
    const der = Buffer.from(file.bytes).toString('binary');
    const byForge = async (): Promise<void> => {
      forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(der), 'secret');
    };
    const ours = async (): Promise<unknown> =>
      openContainer(file.bytes, { password: 'secret', acceleration: true });
    const times: { theirs: Spent; own: Spent }[] = [];
    for (let index = 0; index < 21; index++) {
      times.push({ theirs: await spent(byForge), own: await spent(ours) });
    }
    const of = (whose: 'theirs' | 'own', what: keyof Spent): number =>
      median(times.map((time) => time[whose][what]));
    rows.push([
      file.label,
      of('theirs', 'wall').toFixed(1),
      of('own', 'wall').toFixed(1),
      `${(of('theirs', 'wall') / of('own', 'wall')).toFixed(1)} (at least 5)`,
      (of('theirs', 'cpu') / of('own', 'cpu')).toFixed(1),
    ]);
  }
  console.log(
    '\nAgainst node-forge (ms); the last column counts processor time, whatever else is at work',
  );
  table(['file', 'node-forge', 'accelerated', 'times faster', 'times less work'], rows);
}

/** The reader in one file, as the app ships it: loading TypeScript file by file is another matter. */
async function bundle(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: coldEntry, outDir: folder, target: 'node24' },
  });
  return join(folder, 'pkcs12-cold.js');
}

const coldLabels = {
  native: 'accelerated',
  ahead: 'accelerated, process started ahead',
  pure: 'pure',
};

type ColdReport = z.infer<typeof coldReport>;

async function cold(file: BenchFile, folder: string): Promise<void> {
  const entry = await bundle(folder);
  const processes: number[] = [];
  const runs: Record<'native' | 'ahead' | 'pure' | 'empty', ColdReport[]> = {
    native: [],
    ahead: [],
    pure: [],
    empty: [],
  };
  for (let index = 0; index < 9; index++) {
    processes.push(await timed(async () => openssl(file)));
    for (const [mode, reports] of Object.entries(runs)) {
      const output = execFileSync(process.execPath, [entry, file.path, mode], { encoding: 'utf8' });
      reports.push(coldReport.parse(JSON.parse(output)));
    }
  }
  const of = (mode: keyof typeof runs, what: keyof ColdReport): number =>
    median(runs[mode].map((run) => run[what]));
  const against = median(processes);
  const shown = `${file.label} (ms; openssl ${against.toFixed(1)})`;
  console.log(`\nCold: first file in a new process, ${shown}`);
  table(
    ['', 'load', 'open', 'describe and check', 'open / openssl', 'MB above an empty process'],
    (['native', 'ahead', 'pure'] as const).map((mode) => [
      coldLabels[mode],
      of(mode, 'load').toFixed(0),
      of(mode, 'open').toFixed(1),
      of(mode, 'describe').toFixed(1),
      ratio(of(mode, 'open') / against, mode === 'pure' ? null : 1),
      ratio(of(mode, 'peakMegabytes') - of('empty', 'peakMegabytes'), mode === 'ahead' ? null : 25),
    ]),
  );
}

async function hostile(): Promise<void> {
  const files = hostileFiles();
  if (files.length === 0) {
    console.log('\nHostile files: ../shared/pkcs12 is not there, nothing measured.');
    return;
  }
  const times: { name: string; time: number }[] = [];
  for (const { name, bytes, password } of files) {
    const time = await timed(() => inspectFile(bytes, requestFor(password, true)));
    times.push({ name, time });
  }
  const slowest = times.reduce((left, right) => (left.time > right.time ? left : right));
  const limit = slowest.time < 50 ? 'under 50 ms' : 'OVER 50 ms';
  console.log(
    `\nHostile files: ${files.length}, slowest ${slowest.time.toFixed(1)} ms (${limit}): ${slowest.name}`,
  );
}

/** Measures the PKCS#12 reader side by side with `openssl pkcs12 -nodes` and prints the ratios of pkcs12.md, section 3. */
export async function benchPkcs12(): Promise<void> {
  const { files, folder, remove } = benchFiles();
  try {
    await warm(files);
    await againstForge(files);
    const [, chain] = files;
    if (chain !== undefined) await cold(chain, folder);
    await hostile();
  } finally {
    remove();
  }
}
