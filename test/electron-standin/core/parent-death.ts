import { accessSync, constants } from 'node:fs';

const SETPRIV = '/usr/bin/setpriv';

/** A program and its first arguments. */
export type Command = { readonly program: string; readonly args: readonly string[] };

/**
 * The same command, but killed by the kernel when this process dies by whatever cause (Linux's parent death
 * signal), even if it is caught in an endless loop. Where `setpriv` is missing, the command as it is.
 */
export function boundToParent(program: string, args: readonly string[]): Command {
  try {
    accessSync(SETPRIV, constants.X_OK);
    return { program: SETPRIV, args: ['--pdeathsig', 'KILL', '--', program, ...args] };
  } catch {
    return { program, args };
  }
}
