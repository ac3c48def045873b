import { glob, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One piece of software or data that is shipped, as preload/contract/help.ts has it. */
type Licence = { name: string; version: string; licence: string; text: string };

/** Shipped without being in a source map: the runtime, the native part of the keychain, and the map's data. */
const beside = ['electron', 'keytar', 'world-atlas'];
const longest = 65_000;

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The package that a source belongs to: `react`, `@noble/hashes`; null for a source of our own. */
export function packageOf(source: string): string | null {
  const [, inside] = /.*\/node_modules\/(.+)$/u.exec(source) ?? [];
  const [first = '', second = ''] = inside?.split('/') ?? [];
  if (first === '' || first.startsWith('.')) return null;
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Folders of the packages whose code a source map says is in its bundle. */
async function bundledPackages(out: string): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const file of glob('{main,preload,renderer}/**/*.map', { cwd: out })) {
    const map: unknown = JSON.parse(await readFile(join(out, file), 'utf8'));
    const sources = isRecord(map) && Array.isArray(map['sources']) ? map['sources'] : [];
    for (const source of sources) {
      const name = isText(source) ? packageOf(source) : null;
      if (name !== null) found.add(name);
    }
  }
  return found;
}

/** What a package says of its licence; its own text where it brings one along. */
async function licenceOf(folder: string): Promise<Licence | null> {
  const read: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (!isRecord(read) || !isText(read['name'])) return null;
  const { name, version, license } = read;
  const files = (await readdir(folder)).filter((file) =>
    /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/iu.test(file),
  );
  const texts = await Promise.all(
    files.toSorted().map((file) => readFile(join(folder, file), 'utf8')),
  );
  return {
    name,
    version: isText(version) ? version : '',
    licence: isText(license) ? license : 'see the text',
    text: texts.join('\n\n').trim().slice(0, longest),
  };
}

/** What is no package: fonts and data. */
async function assets(root: string): Promise<Licence[]> {
  const font = async (name: string, file: string): Promise<Licence> => ({
    name,
    version: '',
    licence: 'OFL-1.1',
    text: await readFile(join(root, 'assets/fonts', file), 'utf8'),
  });
  return [
    await font('Archivo', 'OFL-archivo.txt'),
    await font('Martian Mono', 'OFL-martian-mono.txt'),
    {
      name: 'GeoNames',
      version: '',
      licence: 'CC-BY-4.0',
      text: 'Place names and positions by GeoNames (https://www.geonames.org), under the Creative Commons Attribution 4.0 licence (https://creativecommons.org/licenses/by/4.0/). Changed: towns of fewer than 20,000 people are left out, and some names are given in English.',
    },
    {
      name: 'Natural Earth',
      version: '',
      licence: 'Public domain',
      text: 'Land, coasts and borders of the map. Made with Natural Earth (https://www.naturalearthdata.com).',
    },
  ];
}

/**
 * Writes `licences.json` into the folder that was built: every package whose code is really in a bundle, what is
 * shipped beside the bundles, and the fonts and data, by name.
 *
 * @param root the project's folder, absolute
 * @param out the folder that was built, absolute; its source maps tell what went into the bundles
 */
export async function writeLicences(root: string, out: string): Promise<void> {
  const names = await bundledPackages(out);
  for (const name of beside) names.add(name);
  const packages = await Promise.all(
    [...names].map((name) => licenceOf(join(root, 'node_modules', name)).catch(() => null)),
  );
  const all = [...packages.filter((one) => one !== null), ...(await assets(root))];
  const sorted = all.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  await writeFile(join(out, 'licences.json'), `${JSON.stringify(sorted, null, 1)}\n`);
}
