import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../run/steps.ts';
import { launchApp } from './app.ts';
import type { RunningApp } from './app.ts';
import { pseudoCatalogue } from './pseudo.ts';

/**
 * Starts a copy of the built app in which the file of the German words holds those of the pseudo-locale: choosing
 * Deutsch there shows it. `folder` is the test's own.
 */
export async function launchPseudoApp(folder: string): Promise<RunningApp> {
  const copy = join(folder, 'app');
  await mkdir(copy);
  for (const part of ['out', 'package.json', 'assets']) {
    await cp(join(root, part), join(copy, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  const assets = join(copy, 'out/renderer/assets');
  const file = (await readdir(assets)).find((name) => /^german-[^.]*\.js$/u.test(name));
  if (file === undefined) throw new Error('the build has no file of German words');
  await writeFile(
    join(assets, file),
    `export const german = ${JSON.stringify(pseudoCatalogue())};`,
  );
  return launchApp({ profile: join(folder, 'profile'), appFolder: copy });
}
