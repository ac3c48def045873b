import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { licence } from '../../../preload/contract/help.ts';
import type { Licence } from '../../../preload/contract/help.ts';
import { root } from '../steps.ts';

/** The works of others in the app, as the build has found them in its bundles (vite.licences.ts). */
export async function foreignWorks(): Promise<Licence[]> {
  const list = await readFile(join(root, 'out/licences.json'), 'utf8');
  return z.array(licence).parse(JSON.parse(list));
}

/** The list as a text for people: name, version, licence, and the licence's own words. */
export function licenseList(works: readonly Licence[]): string {
  const parts = works.map(
    ({ name, version, licence: id, text }) =>
      `${`${name} ${version}`.trim()}\n${id}\n\n${text || 'The package brings no text of its licence.'}\n`,
  );
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return ['Latchkey is made with the work of others.\n', ...parts].join(rule);
}
