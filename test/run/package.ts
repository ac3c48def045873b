/*
 * npm run package: what can be installed, for the platform it runs on, into dist/. What a machine can't fetch is named and
 * the rest is built. Without Electron's runtime the stand-in takes its place and everything goes to dist/stand-in: good for
 * trying the package, not for people. Further words go to electron-builder: `-c.publish.url=https://...` sets the feed.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { fetchElectronRuntime, findElectronRuntime } from './electron-runtime.ts';
import type { ElectronRuntime } from './electron-runtime.ts';
import { buildDeb, electronDepends } from './package/deb.ts';
import { writeFeedFile } from './package/feed-file.ts';
import { makeArchive, makePackages, withoutRuntime } from './package/targets.ts';
import type { Made } from './package/targets.ts';
import { sizeOf } from './package/tree.ts';
import { dist, makeUnpacked } from './package/unpacked.ts';
import { run } from './steps.ts';

/** Packs what `npm run build` has made, without making it again. */
const isAsBuilt = process.argv.includes('--as-built');
const words = process.argv.slice(2).filter((word) => word !== '--as-built');
const fetchLimitMs = 90_000;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function chooseRuntime(): Promise<ElectronRuntime> {
  const isAsked = process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined;
  if (!isAsked && findElectronRuntime().kind === 'stand-in') {
    console.log("Electron's runtime is not here yet; trying to fetch it ...");
    await fetchElectronRuntime(fetchLimitMs);
  }
  return findElectronRuntime();
}

/** What is made on Linux without electron-builder. */
async function linuxPackages(tree: string, output: string, isReal: boolean): Promise<Made[]> {
  const version = isReal ? manifest.version : `${manifest.version}~standin`;
  const name = `latchkey-${version}`;
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const deb = await buildDeb({
    tree,
    version,
    architecture,
    output: join(output, `latchkey_${version}_${architecture}.deb`),
    stage: join(dist, '.deb'),
    depends: isReal ? electronDepends : ['libsecret-1-0'],
    compression: 'xz',
  });
  const archive = await makeArchive(
    tree,
    join(output, `${name}-linux-${process.arch}.tar.gz`),
    name,
  );
  await writeFeedFile(output, manifest.version, new Date().toISOString());
  return [{ kind: 'deb', problem: deb.code === 0 ? null : deb.output.trim().slice(-200) }, archive];
}

async function makePackagesOf(
  tree: string,
  output: string,
  runtime: ElectronRuntime,
): Promise<Made[]> {
  const isReal = runtime.kind === 'real';
  const own = process.platform === 'linux' ? await linuxPackages(tree, output, isReal) : [];
  return [...own, ...(isReal ? await makePackages(tree, words) : withoutRuntime(runtime.reason))];
}

async function main(): Promise<boolean> {
  const runtime = await chooseRuntime();
  const isReal = runtime.kind === 'real';
  const output = isReal ? dist : join(dist, 'stand-in');
  console.log(runtime.sentence);
  await rm(output, { recursive: true, force: true });
  const build = isAsBuilt ? null : await run('vite', ['build', '--logLevel', 'warn']);
  if (build !== null && build.code !== 0) return false;
  const { tree, made } = await makeUnpacked(runtime, output, words);
  const all: Made[] = [...made];
  if (made.every(({ problem }) => problem === null)) {
    all.push(...(await makePackagesOf(tree, output, runtime)));
    console.log(`${tree}: ${megabytes(await sizeOf(tree))}`);
  }
  for (const { kind, problem } of all) {
    console.log(problem === null ? `✓ ${kind}` : `✗ ${kind}: ${problem}`);
  }
  for (const entry of await readdir(output, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(output, entry.name);
    console.log(`${path}: ${megabytes((await stat(path)).size)}`);
  }
  if (!isReal) console.log(`Not for people: without Electron (${runtime.reason}).`);
  // What could not be fetched has been named, and is no failure of the rest.
  return all.every(({ problem, needsFetching }) => problem === null || needsFetching === true);
}

process.exitCode = (await main()) ? 0 : 1;
