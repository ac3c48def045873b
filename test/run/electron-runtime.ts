import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.ts';

/** What `electron` means on this machine. `sentence` is one line for people, `reason` says why not the real one. */
export type ElectronRuntime =
  | { kind: 'real'; executable: string; sentence: string }
  | { kind: 'stand-in'; executable: string; reason: string; sentence: string };

const electronPackage = join(root, 'node_modules/electron');
const standIn = join(root, 'test/electron-standin');

function installedExecutable(): string | undefined {
  try {
    // install.js of the package writes this file once everything is unpacked
    const name = readFileSync(join(electronPackage, 'path.txt'), 'utf8');
    const executable = join(electronPackage, 'dist', name);
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

function real(executable: string): ElectronRuntime {
  return { kind: 'real', executable, sentence: `Running on Electron (${executable}).` };
}

/**
 * Finds out what there is to run the app with: Electron's own runtime where it is installed or where
 * ELECTRON_OVERRIDE_DIST_PATH names one, otherwise the stand-in in test/electron-standin. Downloads nothing.
 */
export function findElectronRuntime(env: NodeJS.ProcessEnv = process.env): ElectronRuntime {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  if (folder !== '' && folder !== standIn) return real(join(folder, 'electron'));
  const installed = folder === '' ? installedExecutable() : undefined;
  if (installed !== undefined) return real(installed);
  const reason =
    folder === standIn
      ? 'ELECTRON_OVERRIDE_DIST_PATH asks for the stand-in'
      : "Electron's runtime is not installed (npx install-electron would fetch it)";
  const sentence = `Not on Electron but on its stand-in in test/electron-standin: ${reason}.`;
  return { kind: 'stand-in', executable: join(standIn, 'electron'), reason, sentence };
}

/**
 * The same, and makes it so for this process and its children: Playwright looks for `electron` in the process
 * that runs the tests, so the variable has to be set there.
 */
export function adoptElectronRuntime(env: NodeJS.ProcessEnv = process.env): ElectronRuntime {
  const runtime = findElectronRuntime(env);
  if (runtime.kind === 'stand-in') env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn;
  return runtime;
}

/**
 * Lets the electron package fetch its runtime, as `npx install-electron` does, and gives up after `limitMs`
 * milliseconds. Resolves with whether the runtime is there; what the installer says is not shown.
 */
export function fetchElectronRuntime(limitMs: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const installer = spawn(process.execPath, [join(electronPackage, 'install.js')], {
    stdio: 'ignore',
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  installer.once('error', () => resolve(false));
  installer.once('exit', () => resolve(installedExecutable() !== undefined));
  return promise;
}
