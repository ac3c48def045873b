import { defineConfig } from '@playwright/test';

/* The contract alone: playwright test -c test/electron-contract. One app at a time. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/electron-contract',
  timeout: 30_000,
  expect: { timeout: 8_000 },
  workers: 1,
  reporter: [['list']],
  globalSetup: '../support/global-setup.ts',
});
