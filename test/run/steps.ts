import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The project's root folder. */
export const root = join(import.meta.dirname, '../..');

/** How a command ended. `output` holds stdout and stderr as they came, when they were captured. */
export type Ended = { code: number; output: string };

/**
 * Runs one of the project's tools with Node 24 first on PATH, whatever Node the machine has.
 *
 * @param command name of a tool in node_modules/.bin or on PATH
 * @param options `quiet` captures the output instead of showing it; `env` is added to this process's; `cwd` is the
 *   project's root when left out
 */
export function run(
  command: string,
  args: readonly string[],
  options: { quiet?: boolean; env?: Record<string, string>; cwd?: string } = {},
): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    stdio: options.quiet === true ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: {
      ...process.env,
      PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      ...options.env,
    },
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  child.on('error', (error) => resolve({ code: 127, output: error.message }));
  child.on('close', (code) => resolve({ code: code ?? 1, output }));
  return promise;
}
