import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { EnvironmentOptions } from 'vite';
import { writeLicences } from './vite.licences.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const builtins = builtinModules.flatMap((name) => [name, `node:${name}`]);

/** Code that runs in Node: everything is bundled but Electron and keytar, whose native file can't be. */
function nodeEnvironment(
  entries: Record<string, string>,
  outDir: string,
  format: 'es' | 'cjs',
): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { conditions: ['node', 'import', 'module', 'default'], noExternal: true },
    build: {
      outDir: at(outDir),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        external: ['electron', 'keytar', ...builtins],
        platform: 'node',
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  };
}

export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  plugins: [react(), optimizeLocales.vite({ locales: ['en', 'de', 'fr', 'es', 'ja'] })],
  environments: {
    client: {
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // The page comes from disk: what counts is its size over the budget of 250 kB gzip, not 500 kB raw.
        chunkSizeWarningLimit: 900,
        sourcemap: true,
        rolldownOptions: { input: at('renderer/index.html') },
      },
    },
    main: nodeEnvironment(
      { index: at('main/index.ts'), 'pkcs12-process': at('main/inspector/pkcs12-process.ts') },
      'out/main',
      'es',
    ),
    preload: nodeEnvironment({ index: at('preload/index.ts') }, 'out/preload', 'cjs'),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
      await writeLicences(at('.'), at('out'));
    },
  },
});
