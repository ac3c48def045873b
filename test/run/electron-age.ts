import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { root, run } from './steps.ts';

/** Electron mends its three newest majors, and no others. */
const supported = 3;

const major = (version: string): number => Number(version.split('.', 1)[0]);

/**
 * What is wrong with the age of a version of Electron.
 *
 * @returns null when it is one of those that still get mended
 */
export function tooOld(ours: string, newest: string): string | null {
  return major(ours) > major(newest) - supported
    ? null
    : `electron ${ours} gets no more fixes: the newest is ${newest}`;
}

/** Asks the registry for the newest Electron (security checklist 16). Without a network nothing is said. */
export async function findElectronTooOld(): Promise<string | null> {
  const pinned = z.object({ devDependencies: z.object({ electron: z.string() }) });
  const { devDependencies } = pinned.parse(
    JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
  );
  const asked = ['view', 'electron', 'version', '--fetch-retries=0', '--fetch-timeout=10000'];
  const { code, output } = await run('npm', asked, { quiet: true });
  const newest = /^\d+\.\d+\.\d+$/mu.exec(output)?.[0];
  if (code === 0 && newest !== undefined) return tooOld(devDependencies.electron, newest);
  console.log('  the registry can’t be asked for the newest Electron');
  return null;
}
