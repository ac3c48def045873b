import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../run/steps.ts';

/* security.md 1.1. What the binary says is seen only where there is one; this is what the packager is told. */
it('every fuse is set, and as the checklist has it', () => {
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const [, block = ''] = /^electronFuses:\n((?:[ ].*\n|\n)*)/mu.exec(text) ?? [];
  const fuses = block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .sort();
  expect(fuses).toEqual([
    'enableCookieEncryption: true',
    'enableEmbeddedAsarIntegrityValidation: true',
    'enableNodeCliInspectArguments: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'grantFileProtocolExtraPrivileges: false',
    'loadBrowserProcessSpecificV8Snapshot: false',
    'onlyLoadAppFromAsar: true',
    'resetAdHocDarwinSignature: true',
    'runAsNode: false',
  ]);
});
