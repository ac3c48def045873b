/* npm run check: types, lint with the borders, format, dead code, and words that must not stand in the product. */
import { findElectronTooOld } from './electron-age.ts';
import { forbidden, searchForbidden } from './forbidden.ts';
import { run } from './steps.ts';

type Check = { name: string; find: () => Promise<string | null> };

const tool = (name: string, command: string, ...args: string[]): Check => ({
  name,
  find: async () => {
    const { code, output } = await run(command, args, { quiet: true });
    return code === 0 ? null : output;
  },
});

const checks: Check[] = [
  ...['.', 'main', 'preload', 'renderer', 'test'].map((part) =>
    tool(`types ${part}`, 'tsc', '-p', part, '--pretty'),
  ),
  tool('lint and borders', 'oxlint', '--type-aware', '--deny-warnings'),
  tool('format', 'oxfmt', '--check'),
  tool('dead code', 'knip'),
  {
    name: `${forbidden.length} forbidden words`,
    find: async () => {
      const found = await searchForbidden();
      return found.length === 0 ? null : found.join('\n');
    },
  },
  { name: 'electron still gets fixes', find: findElectronTooOld },
];

let failed = 0;
for (const { name, find } of checks) {
  const problem = await find();
  console.log(`${problem === null ? '✓' : '✗'} ${name}`);
  if (problem !== null) {
    failed += 1;
    console.log(problem);
  }
}
console.log(failed === 0 ? 'clean' : `${failed} of ${checks.length} checks failed`);
process.exitCode = failed === 0 ? 0 : 1;
