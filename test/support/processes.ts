import { readdir, readFile } from 'node:fs/promises';
import { findSecrets } from './secrets.ts';
import type { Secret } from './secrets.ts';

/** A process as Linux shows it to anybody of the same user: what `ps` lists, and what it was given. */
type Process = { pid: number; parent: number; argv: Buffer; environ: Buffer };

const nothing = (): Buffer => Buffer.alloc(0);

async function processOf(pid: number): Promise<Process> {
  const read = (name: string): Promise<Buffer> =>
    // It ends meanwhile, or belongs to somebody else.
    readFile(`/proc/${pid}/${name}`).catch(nothing);
  const [stat, argv, environ] = await Promise.all([read('stat'), read('cmdline'), read('environ')]);
  const fields = stat.toString('latin1').split(') ').at(-1)?.split(' ');
  return { pid, parent: Number(fields?.[1] ?? 0), argv, environ };
}

/**
 * Every process of a running app: the one that was started, all below it, and all that name its profile folder.
 * Linux only; empty elsewhere.
 */
export async function processesOfApp(started: number, profile: string): Promise<Process[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(Number);
  const all = (await Promise.all(pids.map(processOf))).filter(({ pid }) => pid !== process.pid);
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  const own = new Set(
    below(started)
      .map(({ pid }) => pid)
      .concat(started),
  );
  return all.filter(
    ({ pid, argv, environ }) => own.has(pid) || argv.includes(profile) || environ.includes(profile),
  );
}

/**
 * Looks for secrets among the arguments and in the environment of every process of an app.
 *
 * @returns the names of those that were found, never their values
 */
export async function findSecretsInProcesses(
  started: number,
  profile: string,
  secrets: readonly Secret[],
): Promise<string[]> {
  const all = await processesOfApp(started, profile);
  if (process.platform === 'linux' && all.length < 2)
    throw new Error('an app that runs has more processes than this');
  return all.flatMap(({ argv, environ }) => [
    ...findSecrets(argv, secrets).map((name) => `${name} among the arguments of a process`),
    ...findSecrets(environ, secrets).map((name) => `${name} in the environment of a process`),
  ]);
}
