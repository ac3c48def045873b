import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { filesIn } from '../run/package/tree.ts';
import { unpackArchive } from '../electron-standin/asar.ts';
import { expect, notHere, root, test } from '../support/packed.ts';

test.skip(notHere !== undefined, notHere);

/** Names without what changes with every build: the digests of the bundler. */
const plain = (name: string): string => name.replace(/-[\w-]{8}(?=\.\w+$)/u, '-*');

/** The page's files come and go with its features; what counts is that there are no others than these kinds. */
const collapsed = (name: string): string =>
  plain(name).replace(/^(out\/(?:renderer\/assets|main\/chunks))\/.+(\.\w+)$/u, '$1/*$2');

const packedFiles = [
  'node_modules/keytar/LICENSE.md',
  'node_modules/keytar/lib/keytar.js',
  'node_modules/keytar/package.json',
  `node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`,
  'out/licences.json',
  'out/main/chunks/*.js',
  'out/main/index.js',
  'out/main/pkcs12-process.js',
  'out/preload/index.cjs',
  'out/renderer/assets/*.css',
  'out/renderer/assets/*.js',
  'out/renderer/assets/*.woff2',
  'out/renderer/index.html',
  'package.json',
];

test('the archive holds these files and no others', async ({ packed }) => {
  const archive = unpackArchive(join(packed.tree, 'resources/app.asar'));
  const files = new Set((await filesIn(archive)).map(collapsed));
  expect([...files].toSorted()).toEqual(packedFiles);
});

test('beside the archive stand keytar’s native file and what the app is told of updates', async ({
  packed,
}) => {
  expect(
    (await filesIn(join(packed.tree, 'resources'))).filter((name) => !name.endsWith('.asar')),
  ).toEqual([
    'app-update.yml',
    'app.asar.unpacked/node_modules/keytar/LICENSE.md',
    'app.asar.unpacked/node_modules/keytar/lib/keytar.js',
    'app.asar.unpacked/node_modules/keytar/package.json',
    `app.asar.unpacked/node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`,
  ]);
  const update = await readFile(join(packed.tree, 'resources/app-update.yml'), 'utf8');
  expect(update).toContain('no-feed.invalid');
});

test('no test, no source map and no word of the stand-in is in the archive', async ({ packed }) => {
  const archive = (await readFile(join(packed.tree, 'resources/app.asar'))).toString('latin1');
  for (const word of ['electron-standin', 'stand-in:', 'playwright', 'sourceMappingURL=data']) {
    expect(archive.includes(word), word).toBe(false);
  }
});

const sbom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string() })),
});
const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });

test('the SBOM lists every dependency and no tool, and the licences come along', async ({
  packed,
}) => {
  const text = await readFile(join(root, 'dist/latchkey.cdx.json'), 'utf8');
  const purls = sbom.parse(JSON.parse(text)).components.map(({ purl }) => decodeURIComponent(purl));
  const licenses = await readFile(join(packed.tree, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  const own = manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  for (const [name, version] of Object.entries(own.dependencies)) {
    const real = version.startsWith('npm:') ? version.slice(4) : `${name}@${version}`;
    expect(
      purls.some((purl) => purl.startsWith(`pkg:npm/${real}`)),
      real,
    ).toBe(true);
  }
  for (const name of ['react 19', 'axios 1', '@github/keytar 7', 'world-atlas 2', 'electron 45']) {
    expect(licenses).toContain(name);
  }
  expect(
    purls.filter((purl) => /\/(?:vite|vitest|electron-builder|typescript)@/u.test(purl)),
  ).toEqual([]);
  expect(licenses).toContain('SIL OPEN FONT LICENSE');
  expect(await readFile(join(packed.tree, 'LICENSE.txt'), 'utf8')).toContain('MIT License');
});

test('what can’t be made here is named, and the rest is made', { tag: '@long' }, ({ packed }) => {
  for (const kind of ['dir', 'deb', 'tar.gz']) expect(packed.said).toContain(`✓ ${kind}`);
  for (const kind of ['AppImage', 'rpm']) {
    expect(packed.said).toMatch(new RegExp(`✓ ${kind}|✗ ${kind}: \\S`, 'u'));
  }
});
