import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Kinds of package that a running app can replace itself with. */
const updatable = /\.(?:deb|rpm|AppImage)$/u;

/**
 * Writes what electron-updater asks a feed for on Linux, `latest-linux.yml`, about the packages in a folder: put on a
 * web server together they are a feed. electron-builder writes the same for Windows and macOS.
 *
 * @param folder absolute
 * @param version of the packages
 * @param releasedAt ISO 8601
 */
export async function writeFeedFile(
  folder: string,
  version: string,
  releasedAt: string,
): Promise<void> {
  const names = (await readdir(folder)).filter((name) => updatable.test(name)).toSorted();
  const entries = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const digest = createHash('sha512')
        .update(await readFile(path))
        .digest('base64');
      const { size } = await stat(path);
      return `  - url: ${encodeURIComponent(name)}\n    sha512: ${digest}\n    size: ${size}\n`;
    }),
  );
  if (entries.length === 0) return;
  const text = `version: ${version}\nfiles:\n${entries.join('')}releaseDate: '${releasedAt}'\n`;
  await writeFile(
    join(folder, `latest-linux${process.arch === 'x64' ? '' : `-${process.arch}`}.yml`),
    text,
  );
}
