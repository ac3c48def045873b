/* npm test [-- --long]: installs what the machine lacks where it may, runs every suite, counts. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlaywright, readVitest } from './counts.ts';
import type { Counts } from './counts.ts';
import { prepareMachine } from './machine.ts';
import { root, run } from './steps.ts';

const isLong = process.argv.includes('--long');
if (isLong) process.env['LATCHKEY_LONG'] = '1';
const results = join(root, 'test-results');
const unitReport = join(results, 'unit.json');
const appReport = join(results, 'app.json');
const nothingRan: Counts = { passed: 0, failed: 1, skipped: 0, reasons: [] };

async function countOf(read: Promise<Counts>, code: number): Promise<Counts> {
  try {
    const counts = await read;
    // A runner that fails with every test green has failed all the same.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return nothingRan;
  }
}

async function main(): Promise<Counts[]> {
  await rm(results, { recursive: true, force: true });
  if (!(await prepareMachine())) return [nothingRan];
  const unit = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  // One after the other: each keeps every core busy, and both at once only made each other late.
  const app = await run('playwright', ['test'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: appReport },
  });
  return [
    await countOf(readVitest(unitReport), unit.code),
    await countOf(readPlaywright(appReport), app.code),
  ];
}

const all = await main();
const sum = (of: (counts: Counts) => number): number => all.reduce((n, one) => n + of(one), 0);
const reasons = all.flatMap((counts) => counts.reasons);
if (reasons.length > 0) {
  console.log(`\nSkipped, and why:\n${reasons.map((r) => `- ${r}`).join('\n')}`);
  console.log(`${sum((counts) => counts.skipped)} skipped`);
}
if (!isLong) console.log('Left out: what takes long. npm run test:long runs that too.');
const failed = sum((counts) => counts.failed);
// The last line, word for word: CI looks for it.
console.log(`${sum((counts) => counts.passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
