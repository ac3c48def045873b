import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { licences } from '../../preload/contract/help.ts';
import type { Licence } from '../../preload/contract/help.ts';
import { packageOf, writeLicences } from '../../vite.licences.ts';
import { root } from '../run/steps.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'latchkey-out-'));
  for (const part of ['main', 'preload', 'renderer/assets'])
    mkdirSync(join(out, part), { recursive: true });
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

function bundle(path: string, sources: unknown): void {
  writeFileSync(join(out, path), JSON.stringify({ version: 3, sources }));
}
async function written(): Promise<Licence[]> {
  await writeLicences(root, out);
  return licences.parse(JSON.parse(readFileSync(join(out, 'licences.json'), 'utf8')));
}

describe('the list of licences', () => {
  it('names the packages whose code is in a bundle, once each, with what they bring', async () => {
    bundle('main/index.js.map', [
      '../../main/index.ts',
      '../../node_modules/@noble/hashes/sha2.js',
    ]);
    bundle('renderer/assets/index.js.map', [
      '../../../node_modules/react/cjs/react.production.js',
      '../../../node_modules/react/index.js',
      null,
    ]);
    const list = await written();
    const names = list.map(({ name }) => name);
    expect(names.filter((name) => name === 'react')).toHaveLength(1);
    expect(names).toContain('@noble/hashes');
    expect(names).not.toContain('vite');
    const react = list.find(({ name }) => name === 'react');
    expect(react).toMatchObject({ licence: 'MIT' });
    expect(react?.version).toMatch(/^19\./u);
    expect(react?.text).toContain('Permission is hereby granted');
  });

  it('names what is shipped beside the bundles: runtime, keychain, map, names and fonts', async () => {
    const names = (await written()).map(({ name }) => name);
    for (const name of ['electron', '@github/keytar', 'world-atlas', 'GeoNames', 'Archivo'])
      expect(names).toContain(name);
  });

  it('survives a source map that is none', async () => {
    bundle('main/index.js.map', 'nothing');
    expect((await written()).length).toBeGreaterThan(5);
  });

  it.each([
    ['../node_modules/zod/v4/index.js', 'zod'],
    ['/x/node_modules/a/node_modules/@b/c/d.js', '@b/c'],
    ['../../renderer/App.tsx', null],
    ['/x/node_modules/.vite/deps/y.js', null],
  ])('reads of %s the package %s', (source, name) => {
    expect(packageOf(source)).toBe(name);
  });
});
