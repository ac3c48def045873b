import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../run/steps.ts';

const versions = z.record(z.string(), z.string()).default({});
const manifest = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  allowScripts: z.record(z.string(), z.boolean()),
});
const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const registry = 'https://registry.npmjs.org/';
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

/* security.md 2.5, supply chain. */
it('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest.parse(
    read('package.json'),
  );
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter(([, version]) => !/^(?:npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/u.test(version))).toEqual(
    [],
  );
});

it('every package has a checksum, and none comes from anywhere but the registry', () => {
  const { packages } = lock.parse(read('package-lock.json'));
  const loose = Object.entries(packages).filter(
    ([path, { resolved = registry, integrity = '' }]) =>
      path !== '' && !(resolved.startsWith(registry) && integrity.startsWith('sha512-')),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

it('no package runs a script when it is installed', () => {
  const { packages } = lock.parse(read('package-lock.json'));
  const { allowScripts } = manifest.parse(read('package.json'));
  const scripted = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.split('node_modules/').at(-1) ?? '');
  // One more has to be looked at by somebody before it stands here.
  expect(scripted.sort()).toEqual(['electron-winstaller', 'keytar']);
  expect(allowScripts).toEqual({ 'electron-winstaller': false, '@github/keytar': false });
});
