import { test as base, expect } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findElectronRuntime } from '../run/electron-runtime.ts';
import { root, run } from '../run/steps.ts';

/** The unpacked app as `npm run package` makes it, and what the command said. */
export type Packed = {
  tree: string;
  executable: string;
  /** Folder of the packages. */
  output: string;
  said: string;
  /** What its processes need to start: the stand-in in it brings no Node along. */
  env: Record<string, string>;
};

const isReal = findElectronRuntime().kind === 'real';

/** Packs what the suites have built. Real Electron's inspect fuse is flipped in it, which Playwright needs. */
async function pack(): Promise<Packed> {
  const { code, output: said } = await run('node', ['test/run/package.ts', '--as-built'], {
    quiet: true,
  });
  expect(code, said).toBe(0);
  const tree = /^(?<tree>\S.*): [\d.]+ MB$/mu.exec(said)?.groups?.['tree'] ?? '';
  const executable = join(tree, 'latchkey');
  if (isReal) {
    const flip = ['write', '--app', executable, 'EnableNodeCliInspectArguments=on'];
    expect((await run('electron-fuses', flip, { quiet: true })).code).toBe(0);
  }
  return { tree, executable, output: dirname(tree), said, env: { STANDIN_NODE: process.execPath } };
}

/** A package for all tests of a worker, and a folder of each test's own. */
export const test = base.extend<{ folder: string }, { packed: Packed }>({
  packed: [
    async ({}, use) => use(await pack()),
    // Packing takes some seconds, compressing most of them.
    { scope: 'worker', timeout: 300_000 },
  ],
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-package-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
});

/** Why there is nothing to test here; undefined where there is. */
export const notHere =
  process.platform === 'linux' ? undefined : 'the tests of the package are written for Linux';
export { expect, root };
