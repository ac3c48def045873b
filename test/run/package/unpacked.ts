import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import electronPackage from 'electron/package.json' with { type: 'json' };
import type { ElectronRuntime } from '../electron-runtime.ts';
import { root } from '../steps.ts';
import { foreignWorks, licenseList } from './licenses.ts';
import { makeSbom } from './sbom.ts';
import { makeStandinDist } from './stand-in-dist.ts';
import { makeTree, ownConfig } from './targets.ts';
import type { Made } from './targets.ts';

/** Where packages are put; licences and SBOM too, whatever is packed. */
export const dist = join(root, 'dist');

/** The licences of what is bundled, and the CycloneDX list of it. */
async function writeLists(): Promise<Made> {
  const works = await foreignWorks();
  await writeFile(join(dist, 'THIRD-PARTY-LICENSES.txt'), licenseList(works));
  await writeFile(join(dist, 'latchkey.cdx.json'), await makeSbom());
  return { kind: `SBOM and licences (${works.length} works of others)`, problem: null };
}

/**
 * What electron-builder has to be told where the stand-in takes the place of Electron: where it is, and that there are
 * no fuses in it.
 */
export async function standinRuntime(): Promise<Record<string, unknown>> {
  const electronDist = join(dist, '.stand-in');
  await makeStandinDist(electronDist);
  return { electronDist, electronVersion: electronPackage.version, electronFuses: null };
}

async function standinConfig(): Promise<string> {
  const config = join(dist, '.stand-in.json');
  const own = { extends: 'electron-builder.yml', ...(await standinRuntime()) };
  await writeFile(config, JSON.stringify(own));
  return config;
}

/**
 * Makes the unpacked app out of what `npm run build` has made.
 *
 * @param output folder for it, absolute; made where it is not there
 * @param words further words for electron-builder
 * @returns the unpacked app's folder, and what was made or why not
 */
export async function makeUnpacked(
  runtime: ElectronRuntime,
  output: string,
  words: readonly string[] = [],
): Promise<{ tree: string; made: readonly [Made, Made] }> {
  await mkdir(dist, { recursive: true });
  await mkdir(output, { recursive: true });
  const lists = await writeLists();
  const config = runtime.kind === 'real' ? ownConfig : await standinConfig();
  const { tree, made } = await makeTree(config, output, words);
  return { tree, made: [lists, made] };
}
