import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import electronPackage from 'electron/package.json' with { type: 'json' };
import { findElectronRuntime } from '../run/electron-runtime.ts';
import type { ElectronRuntime } from '../run/electron-runtime.ts';
import { makeArchive, makeTree } from '../run/package/targets.ts';
import type { Made } from '../run/package/targets.ts';
import { sizeOf } from '../run/package/tree.ts';
import { makeUnpacked, standinRuntime } from '../run/package/unpacked.ts';
import { makeBare } from './bare.ts';

/** Sizes in bytes of what is compared, unpacked and as tar.gz. */
type Size = { unpacked: number; compressed: number };

/** The sizes of both apps, and what was weighed, in words for a table and in a sentence for people. */
export type PackageSizes = { what: string; note: string; bare: Size; own: Size };

function madeOrThrow({ kind, problem }: Made): void {
  if (problem !== null) throw new Error(`${kind} was not made: ${problem}`);
}

/** The bare app, packaged as Latchkey is: with the same runtime and languages, in an archive. */
async function packBare(runtime: ElectronRuntime, folder: string): Promise<string> {
  const bare = await makeBare(folder);
  const config = join(folder, 'bare.json');
  await writeFile(
    config,
    JSON.stringify({
      appId: 'example.bare',
      asar: true,
      npmRebuild: false,
      electronVersion: electronPackage.version,
      electronLanguages: ['en-US', 'en-GB', 'de', 'fr', 'es', 'ja'],
      ...(runtime.kind === 'real' ? {} : await standinRuntime()),
    }),
  );
  const { tree, made } = await makeTree(config, join(folder, 'bare-package'), [
    '--projectDir',
    bare,
  ]);
  madeOrThrow(made);
  return tree;
}

async function weigh(weighed: string, archive: string): Promise<Size> {
  madeOrThrow(await makeArchive(weighed, archive, 'package'));
  return { unpacked: await sizeOf(weighed), compressed: (await stat(archive)).size };
}

/**
 * Packages the app as it is built and a bare one, both new, and weighs them. Where there is no Electron, what stands in
 * for it is left out on both sides: it weighs nothing like it.
 *
 * @param folder for both, absolute; the packages of the project are left alone
 * @throws when one of them can't be made, with electron-builder's reason
 */
export async function packageSizes(folder: string): Promise<PackageSizes> {
  const runtime = findElectronRuntime();
  await mkdir(folder, { recursive: true });
  const { tree, made } = await makeUnpacked(runtime, join(folder, 'own-package'));
  for (const one of made) madeOrThrow(one);
  const bareTree = await packBare(runtime, folder);
  const isReal = runtime.kind === 'real';
  const weighed = (of: string): string => (isReal ? of : join(of, 'resources'));
  return {
    what: isReal ? 'package' : 'app.asar and resources',
    note: isReal
      ? 'The packages hold Electron, the bare one too.'
      : "Of the packages, app.asar and what lies beside it in resources/ are weighed, of a bare app packaged the same way and of Latchkey. Electron's runtime, which is not here, would come on top of both, and is in neither.",
    bare: await weigh(weighed(bareTree), join(folder, 'bare.tar.gz')),
    own: await weigh(weighed(tree), join(folder, 'own.tar.gz')),
  };
}
