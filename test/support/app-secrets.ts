import type { RunningApp } from './app.ts';
import { findSecretsInHeap } from './heap.ts';
import { findSecretsInProcesses } from './processes.ts';
import { findSecrets, findSecretsBelow } from './secrets.ts';
import type { Secret } from './secrets.ts';

/**
 * Looks for secrets in what is there as long as an app runs: its page's heap, where asked for, and the arguments and
 * environment of its processes. Nothing is found in an app whose page is closed.
 *
 * @returns the names of those that were found, never their values
 */
export async function findSecretsWhileRunning(
  app: RunningApp,
  { profile, secrets, inHeap }: { profile: string; secrets: readonly Secret[]; inHeap: boolean },
): Promise<string[]> {
  if (app.page.isClosed()) return [];
  const { pid = 0 } = app.electron.process();
  return [
    // To take a snapshot costs a second: none where there is nothing to look for.
    ...(inHeap && secrets.length > 0 ? await findSecretsInHeap(app, secrets) : []),
    ...(await findSecretsInProcesses(pid, profile, secrets)),
  ];
}

/**
 * Looks for secrets in what an app has printed, and in its profile with its log.
 *
 * @returns the names of those that were found, never their values
 */
export async function findSecretsLeft(
  app: RunningApp,
  profile: string,
  secrets: readonly Secret[],
): Promise<string[]> {
  const printed = findSecrets(Buffer.from(app.said()), secrets);
  return [
    ...printed.map((name) => `${name}, printed`),
    ...(await findSecretsBelow(profile, secrets)),
  ];
}
