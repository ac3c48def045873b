/* npm run soak [-- --minutes N]: the app through bad days; memory, handles and listeners as slopes per hour. */
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LoggedRequest } from '../portal/request-log.ts';
import { startSwitchboard } from '../portal/switchboard.ts';
import { startBadDays } from '../soak/bad-days.ts';
import { limits, openProbe, takeSample } from '../soak/sample.ts';
import type { Sample } from '../soak/sample.ts';
import { isLeak, settled, slopeOf } from '../soak/slope.ts';
import { launchApp } from '../support/app.ts';
import { makeP12 } from '../support/p12.ts';
import { startPortal } from '../support/portal.ts';
import { adoptElectronRuntime } from './electron-runtime.ts';
import { root, run } from './steps.ts';

const usage = 'usage: npm run soak -- [--minutes N]';
/** Between two samples, in ms; and how long one thing may take before the app counts as hung. */
const interval = 5000;
const patience = 120_000;
const columns = [
  'at',
  'mainRss',
  'mainHeap',
  'pageHeap',
  'pageNodes',
  'pageListeners',
  'handles',
  'sockets',
  'listeners',
] as const;

/** Orders and uploads that arrived more often than they were asked for, or twice under one key. */
function duplicates(
  requests: readonly LoggedRequest[],
  asked: Readonly<Record<string, number>>,
): string[] {
  const keys = requests.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
  const twice = keys.length - new Set(keys).size;
  const more = Object.entries(asked).flatMap(([call, times]) => {
    const sent = requests.filter((one) => one.call === call).length;
    return sent > times ? [`${call} was sent ${sent} times and asked for ${times} times`] : [];
  });
  return twice === 0 ? more : [...more, `${twice} requests were sent again under the same key`];
}

async function escapes(profile: string): Promise<string[]> {
  const folder = join(profile, 'logs');
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => /uncaught exception|unhandled rejection|window gone/u.test(line));
}

async function inTime<T>(step: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('the app has not answered for two minutes')),
      patience,
    );
    void step.finally(() => clearTimeout(timer)).catch(() => undefined);
  });
  return Promise.race([step, late]);
}

async function soak(minutes: number): Promise<string[]> {
  console.log(adoptElectronRuntime().sentence);
  const built = await run('vite', ['build', '--logLevel', 'warn'], { quiet: true });
  if (built.code !== 0) return [built.output];
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-soak-'));
  const profile = join(folder, 'profile');
  const csv = join(root, 'test-results', 'soak.csv');
  await mkdir(join(root, 'test-results'), { recursive: true });
  await writeFile(csv, `${columns.join(',')}\n`);

  const portal = await startPortal();
  const line = await startSwitchboard({ portal: portal.url });
  const file = await makeP12({ folder, password: 'willow-Drum-640', email: portal.email });
  const app = await launchApp({ profile });
  const problems: string[] = [];
  app.page.on('crash', () => problems.push('the window crashed'));
  const days = startBadDays({ app, portal, line, file });
  const samples: Sample[] = [];
  const started = Date.now();
  try {
    const probe = await openProbe(app);
    let next = 0;
    while (Date.now() - started < minutes * 60_000 && problems.length === 0) {
      await inTime(days.next());
      const at = Date.now() - started;
      if (at < next) continue;
      next = at + interval;
      const sample = await inTime(takeSample(app, probe, at));
      samples.push(sample);
      await appendFile(csv, `${columns.map((name) => sample[name]).join(',')}\n`);
    }
  } catch (cause) {
    problems.push(cause instanceof Error ? cause.message : 'unknown');
  }
  if (app.electron.process().exitCode !== null) problems.push('the app has ended');
  await app.close();
  await line.close();
  await portal.close();
  problems.push(...(await escapes(profile)), ...duplicates(line.requests(), days.asked()));
  problems.push(...app.complaints.map((complaint) => `the page complained: ${complaint}`));
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

  console.log(
    `\ndone: ${Object.entries(days.done())
      .map(([name, times]) => `${name} ${times}`)
      .join(', ')}`,
  );
  console.log(
    `asked: ${Object.entries(days.asked())
      .map(([name, times]) => `${name} ${times}`)
      .join(', ')}`,
  );
  console.log(`${line.requests().length} requests, ${samples.length} samples in ${csv}\n`);
  for (const name of columns) {
    if (name === 'at') continue;
    const slope = slopeOf(
      settled(samples.map((sample) => ({ at: sample.at, value: sample[name] }))),
    );
    const leaks = isLeak(slope, limits[name]);
    const [first, last] = [samples[0]?.[name] ?? 0, samples.at(-1)?.[name] ?? 0];
    console.log(
      `${name.padEnd(14)} ${String(first).padStart(9)} → ${String(last).padStart(9)}  ${slope.perHour.toFixed(1).padStart(9)} /h  r² ${slope.fit.toFixed(2)}${leaks ? '  LEAK' : ''}`,
    );
    if (leaks) problems.push(`${name} grows by ${slope.perHour.toFixed(1)} in an hour`);
  }
  return problems;
}

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error(usage);
  process.exit(2);
}
const problems = await soak(minutes);
for (const problem of problems) console.log(`✗ ${problem}`);
console.log(
  problems.length === 0 ? 'no crash, no duplicate, no leak' : `${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
