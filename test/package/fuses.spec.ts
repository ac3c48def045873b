import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findElectronRuntime } from '../run/electron-runtime.ts';
import { run } from '../run/steps.ts';
import { expect, notHere, root, test } from '../support/packed.ts';

/** Electron's fuses as the checklist has them, by electron-builder's names and by Electron's own. */
const fuses = [
  ['runAsNode', 'RunAsNode', false],
  ['enableCookieEncryption', 'EnableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', 'EnableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', 'EnableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', 'EnableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', 'OnlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', 'LoadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', 'GrantFileProtocolExtraPrivileges', false],
] as const;

test('every fuse is written out, none is left to a default', async () => {
  const text = await readFile(join(root, 'electron-builder.yml'), 'utf8');
  const block = /^electronFuses:\n(?<lines>(?: {2}.*\n)+)/mu.exec(text)?.groups?.['lines'] ?? '';
  const set = [...block.matchAll(/^ {2}(\w+): (true|false)$/gmu)].map(([, name, value]) => [
    name,
    value === 'true',
  ]);
  const wanted = fuses.map(([name, , value]) => [name, value]);
  expect(set).toEqual([...wanted, ['resetAdHocDarwinSignature', true]]);
});

test('the packaged binary has them', { tag: '@long' }, async ({ packed }) => {
  const runtime = findElectronRuntime();
  test.skip(runtime.kind !== 'real', 'the stand-in has no fuses');
  test.skip(notHere !== undefined, notHere);
  const { output } = await run('electron-fuses', ['read', '--app', packed.executable], {
    quiet: true,
  });
  // Playwright has this one flipped in its copy.
  const kept = fuses.filter(([name]) => name !== 'enableNodeCliInspectArguments');
  for (const [, name, isOn] of kept) {
    expect(output).toContain(`${name} is ${isOn ? 'Enabled' : 'Disabled'}`);
  }
});
