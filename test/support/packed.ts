import { test as base, expect } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findElectronRuntime } from '../run/electron-runtime.ts';
import { makeUnpacked } from '../run/package/unpacked.ts';
import { root, run } from '../run/steps.ts';

/** The app as `npm run package` makes it. */
export type Packed = {
  /** The unpacked app, absolute. */
  tree: string;
  executable: string;
  /** Folder of the packages, absolute: none in the short form. */
  output: string;
  /** What was made, and what was not and why, a line each. */
  said: string;
  /** What its processes need to start: the stand-in in it brings no Node along. */
  env: Record<string, string>;
};

const isLong = process.env['LATCHKEY_LONG'] === '1';
const runtime = findElectronRuntime();
const env = { STANDIN_NODE: process.execPath };

/** Packs what the suites have built. Real Electron's inspect fuse is flipped in it, which Playwright needs. */
async function pack(): Promise<Packed> {
  const { code, output: said } = await run('node', ['test/run/package.ts', '--as-built'], {
    quiet: true,
  });
  expect(code, said).toBe(0);
  const tree = /^(?<tree>\S.*): [\d.]+ MB$/mu.exec(said)?.groups?.['tree'] ?? '';
  const executable = join(tree, 'latchkey');
  if (runtime.kind === 'real') {
    const flip = ['write', '--app', executable, 'EnableNodeCliInspectArguments=on'];
    expect((await run('electron-fuses', flip, { quiet: true })).code).toBe(0);
  }
  return { tree, executable, output: dirname(tree), said, env };
}

/** The unpacked app and nothing made of it: compressing is most of the work, and dist/ keeps what is there. */
async function unpack(output: string): Promise<Packed> {
  const { tree, made } = await makeUnpacked(runtime, output);
  const said = made.map(({ kind, problem }) => `${kind}: ${problem ?? 'made'}`).join('\n');
  expect(
    made.every(({ problem }) => problem === null),
    said,
  ).toBe(true);
  return { tree, executable: join(tree, 'latchkey'), output, said, env };
}

async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** A package for all tests of a worker, and a folder of each test's own. */
export const test = base.extend<{ folder: string }, { packed: Packed }>({
  packed: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'latchkey-packed-'));
      await use(isLong ? await pack() : await unpack(folder));
      await discard(folder);
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-package-'));
    await use(folder);
    await discard(folder);
  },
});

/** Why there is nothing to test here; undefined where there is. */
export const notHere =
  process.platform === 'linux' ? undefined : 'the tests of the package are written for Linux';
export { expect, root };
