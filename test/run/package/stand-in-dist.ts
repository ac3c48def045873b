import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../steps.ts';

/**
 * Makes a folder that electron-builder takes for Electron's own runtime, with the stand-in in it, so that everything but
 * Electron itself can be packed and tried on a machine that can't fetch it. What is packed with it is not for people.
 *
 * @param folder absolute; made anew
 */
export async function makeStandinDist(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  await cp(join(root, 'test/electron-standin'), folder, {
    recursive: true,
    filter: (path) => !/\.test\.ts$|README\.md$/u.test(path),
  });
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) {
    await writeFile(join(folder, name), 'the stand-in of test/electron-standin, not Electron\n');
  }
}
