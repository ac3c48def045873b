import { join } from 'node:path';
import { root, run } from '../steps.ts';

/** One kind of package: whether it was made, and why not. */
export type Made = {
  kind: string;
  problem: string | null;
  /** What it is made with is not in the npm registry. */
  needsFetching?: true;
};

/** Kinds of package that electron-builder makes here, each by itself, so that one that fails stops no other. */
const kinds: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['AppImage', 'rpm'],
  win32: ['nsis'],
  darwin: ['dmg', 'zip'],
};
/** As electron-builder names the unpacked app's folder. */
const unpackedNames: Partial<Record<NodeJS.Platform, string>> = {
  linux: process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
  win32: process.arch === 'x64' ? 'win-unpacked' : `win-${process.arch}-unpacked`,
  darwin: process.arch === 'x64' ? 'mac' : `mac-${process.arch}`,
};
const platformSwitches: Partial<Record<NodeJS.Platform, string>> = {
  linux: '--linux',
  win32: '--win',
  darwin: '--mac',
};

const never = ['--publish', 'never'];

/** Where electron-builder fetches fpm and the tools for AppImage, NSIS and DMG from. */
const toolServer = 'https://github.com';

/** Whether the tools that are not in the npm registry can be fetched, asked once and for some seconds. */
async function canFetchTools(): Promise<boolean> {
  try {
    await fetch(toolServer, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
    return true;
  } catch {
    return false;
  }
}

/** The last words of a long report, which is where the reason stands. */
const reasonIn = (output: string): string =>
  output.split('\n').findLast((line) => line.includes('⨯')) ?? output.trim().slice(-200);

/**
 * Unpacked app of this platform, made by electron-builder.
 *
 * @param config a configuration file, absolute
 * @param output folder for it, absolute
 * @param words further words for electron-builder
 * @returns its folder, and whether it was made
 */
export async function makeTree(
  config: string,
  output: string,
  words: readonly string[],
): Promise<{ tree: string; made: Made }> {
  const platform = platformSwitches[process.platform] ?? '--dir';
  const { code, output: said } = await run(
    'electron-builder',
    [platform, 'dir', '--config', config, `-c.directories.output=${output}`, ...never, ...words],
    { quiet: true },
  );
  const tree = join(output, unpackedNames[process.platform] ?? 'unpacked');
  return { tree, made: { kind: 'dir', problem: code === 0 ? null : reasonIn(said) } };
}

/** Makes every kind of package of this platform that electron-builder is needed for, out of the unpacked app. */
export async function makePackages(tree: string, words: readonly string[]): Promise<Made[]> {
  const wanted = kinds[process.platform] ?? [];
  if (!(await canFetchTools())) {
    const problem = `its tools can't be fetched from ${toolServer}`;
    return wanted.map((kind) => ({ kind, problem, needsFetching: true }));
  }
  const made: Made[] = [];
  for (const kind of wanted) {
    const platform = platformSwitches[process.platform] ?? '';
    const { code, output } = await run(
      'electron-builder',
      [platform, kind, '--prepackaged', tree, ...never, ...words],
      { quiet: true },
    );
    made.push({ kind, problem: code === 0 ? null : reasonIn(output) });
  }
  return made;
}

/** The kinds that are left out where there is only the stand-in to pack. */
export function withoutRuntime(reason: string): Made[] {
  const problem = `not made without Electron: ${reason}`;
  return (kinds[process.platform] ?? []).map((kind) => ({ kind, problem, needsFetching: true }));
}

/** The unpacked app as one archive, by the system's own tar. */
export async function makeArchive(tree: string, output: string, name: string): Promise<Made> {
  const folder = `--transform=s,^\\.,${name},`;
  const args = ['--owner=0', '--group=0', folder, '-czf', output, '-C', tree, '.'];
  const { code, output: said } = await run('tar', args, { quiet: true });
  return { kind: 'tar.gz', problem: code === 0 ? null : said.trim().slice(-200) };
}

/** The project's own configuration of electron-builder. */
export const ownConfig = join(root, 'electron-builder.yml');
