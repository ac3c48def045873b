import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const inEnglish = ['test/unit/renderer/plain-english.ts'];

/*
 * Two kinds of tests, each in workers that are kept from file to file: to load zod, React Aria and the rest anew for
 * every file took longer than most tests do. So a file must leave the module state that it found.
 */
export default defineConfig({
  test: {
    isolate: false,
    maxWorkers: 3,
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'node', include: ['test/**/*.test.ts'], setupFiles: inEnglish },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'page',
          include: ['test/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: inEnglish,
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
