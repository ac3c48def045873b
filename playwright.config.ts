import { defineConfig } from '@playwright/test';

/* What people run often is to stay short; the rest, tagged `@long`, is for `npm run test:long`. */
const isLong = process.env['LATCHKEY_LONG'] === '1';

/*
 * Suites that drive the app, or Electron itself. A fresh app costs over a second, part of it waiting. Three at a time leave
 * two cores little to wait for; with four they took each other longer than they saved (222 s, 190 s with three, 207 s with two).
 */
export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results/app',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 3,
  fullyParallel: false,
  ...(isLong ? {} : { grepInvert: /@long/u }),
  forbidOnly: process.env['CI'] !== undefined,
  reporter:
    process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? 'list' : [['list'], ['json']],
  globalSetup: './test/support/global-setup.ts',
  projects: [
    { name: 'electron contract', testDir: 'test/electron-contract', testMatch: '**/*.spec.ts' },
    { name: 'faults', testDir: 'test/faults', testMatch: '**/*.spec.ts' },
    { name: 'security', testDir: 'test/security', testMatch: '**/*.spec.ts' },
    // They share one package, and two workers would make it on top of each other.
    { name: 'package', testDir: 'test/package', testMatch: '**/*.spec.ts', workers: 1 },
    { name: 'end to end', testDir: 'test/e2e', testMatch: '**/*.spec.ts' },
  ],
});
