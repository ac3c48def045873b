import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const page = join(import.meta.dirname, '../../out/renderer');
const scripts = /(?:src|href)="\.\/(?<file>assets\/[^"]+\.js)"/gu;

test('what the page has to load before it shows anything stays below 250 kB, gzipped', () => {
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  const files = [...html.matchAll(scripts)].map((found) => found.groups?.['file'] ?? '');
  expect(files.length).toBeGreaterThan(0);
  const sizes = files.map((file) => gzipSync(readFileSync(join(page, file))).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  // The map, Inspect and the other languages come when they are needed.
  expect(html).not.toMatch(/InspectPage|LocationPage|countries|german|french|spanish|japanese/u);
});
