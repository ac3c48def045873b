import { defineConfig } from '@playwright/test';
import { adoptElectronRuntime } from '../run/electron-runtime.ts';

const { sentence } = adoptElectronRuntime();
// workers read this file again
if (process.env['TEST_WORKER_INDEX'] === undefined) console.log(sentence);

/* The contract alone: playwright test -c test/electron-contract. One app at a time. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/electron-contract',
  timeout: 30_000,
  expect: { timeout: 8_000 },
  workers: 1,
  reporter: [['list']],
});
