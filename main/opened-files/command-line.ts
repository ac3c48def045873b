import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** More than this at once is a slip of the hand. */
const maxFiles = 20;

/** A path as a desktop hands it over: plain, or as a `file:` URL; null for what is neither. */
function pathOf(argument: string, folder: string): string | null {
  if (argument === '' || argument.includes('\0')) return null;
  if (!/^file:/iu.test(argument)) return resolve(folder, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    // On another host, or with an encoded slash in it.
    return null;
  }
}

/**
 * The files that a command line names: `latchkey FILE...`. Nothing in it is ever taken as a switch: what begins with
 * `-` is passed over, and after `--` everything is a file.
 *
 * @param argv the whole of it, with the program first
 * @param folder where relative paths begin, absolute
 * @param hasAppPath the first word is the app's own folder, as when Electron runs it from its sources
 * @returns absolute paths, not looked at yet
 */
export function filesOnCommandLine(
  argv: readonly string[],
  folder: string,
  hasAppPath: boolean,
): string[] {
  const given = argv.slice(1);
  const end = given.indexOf('--');
  const before = end === -1 ? given : given.slice(0, end);
  const words = before.filter((argument) => !argument.startsWith('-'));
  const after = end === -1 ? [] : given.slice(end + 1);
  return [...words.slice(hasAppPath ? 1 : 0), ...after]
    .slice(0, maxFiles)
    .flatMap((argument) => pathOf(argument, folder) ?? []);
}
