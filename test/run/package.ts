/*
 * npm run package: what can be installed, for the platform it runs on, into dist/. What a machine can't fetch is named and
 * the rest is built. Without Electron's runtime the stand-in takes its place and everything goes to dist/stand-in: good for
 * trying the package, not for people. Further words go to electron-builder: `-c.publish.url=https://...` sets the feed.
 */
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { fetchElectronRuntime, findElectronRuntime } from './electron-runtime.ts';
import type { ElectronRuntime } from './electron-runtime.ts';
import { buildDeb, electronDepends } from './package/deb.ts';
import { writeFeedFile } from './package/feed-file.ts';
import { foreignWorks, licenseList } from './package/licenses.ts';
import { makeSbom } from './package/sbom.ts';
import { makeStandinDist } from './package/stand-in-dist.ts';
import {
  makeArchive,
  makePackages,
  makeTree,
  ownConfig,
  withoutRuntime,
} from './package/targets.ts';
import type { Made } from './package/targets.ts';
import { sizeOf } from './package/tree.ts';
import { root, run } from './steps.ts';

/** Packs what `npm run build` has made, without making it again. */
const isAsBuilt = process.argv.includes('--as-built');
const words = process.argv.slice(2).filter((word) => word !== '--as-built');
const dist = join(root, 'dist');
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

/** The licences of what is bundled, and the CycloneDX list of it. */
async function writeLists(): Promise<Made> {
  const works = await foreignWorks();
  await writeFile(join(dist, 'THIRD-PARTY-LICENSES.txt'), licenseList(works));
  await writeFile(join(dist, 'latchkey.cdx.json'), await makeSbom());
  return { kind: `SBOM and licences (${works.length} works of others)`, problem: null };
}

/** The configuration of a package that holds the stand-in: its fuses can't be set, and it is kept apart. */
async function standinConfig(output: string): Promise<string> {
  const electronDist = join(dist, '.stand-in');
  await makeStandinDist(electronDist);
  const config = join(dist, '.stand-in.json');
  const { version } = (await import('electron/package.json', { with: { type: 'json' } })).default;
  const own = {
    electronDist,
    electronVersion: version,
    electronFuses: null,
    directories: { output },
  };
  await writeFile(config, JSON.stringify({ extends: 'electron-builder.yml', ...own }));
  return config;
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
  });
  const archive = await makeArchive(
    tree,
    join(output, `${name}-linux-${process.arch}.tar.gz`),
    name,
  );
  await writeFeedFile(output, manifest.version, new Date().toISOString());
  return [{ kind: 'deb', problem: deb.code === 0 ? null : deb.output.trim().slice(-200) }, archive];
}

async function main(): Promise<boolean> {
  const runtime = await chooseRuntime();
  const isReal = runtime.kind === 'real';
  const output = isReal ? dist : join(dist, 'stand-in');
  console.log(runtime.sentence);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const build = isAsBuilt ? null : await run('vite', ['build', '--logLevel', 'warn']);
  if (build !== null && build.code !== 0) return false;
  const all: Made[] = [await writeLists()];
  const { tree, made } = await makeTree(
    isReal ? ownConfig : await standinConfig(output),
    output,
    words,
  );
  all.push(made);
  if (made.problem === null) {
    if (process.platform === 'linux') all.push(...(await linuxPackages(tree, output, isReal)));
    if (isReal) all.push(...(await makePackages(tree, words)));
    else all.push(...withoutRuntime(runtime.reason));
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
