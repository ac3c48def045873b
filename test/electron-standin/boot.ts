import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unpackArchive } from './asar.ts';
import { recordedCalls } from './core/calls.ts';
import { launcher } from './core/launcher.ts';
import { findChromium } from './devtools/chromium-path.ts';
import { app } from './modules/app.ts';
import { switches } from './modules/command-line.ts';
import { electron } from './module.ts';
import { redirectElectron } from './redirect.ts';
import { start } from './start.ts';

type Package = { name: string; version: string; main: string; isModule: boolean };

/** What the command line says beside switches. */
type Launch = { required: string[]; appPath: string | undefined };

const ELECTRON_VERSION = '45.4.1';

/** Makes `process` what it is in Electron's main process. */
function dressProcess(): void {
  const { executable } = launcher;
  process.argv = [executable, ...process.argv.slice(2)];
  process.execPath = executable;
  const versions = { ...process.versions, electron: ELECTRON_VERSION, chrome: '0.0.0.0' };
  Object.defineProperty(process, 'versions', { value: Object.freeze(versions), enumerable: true });
  Object.assign(process, {
    type: 'browser',
    defaultApp: true,
    resourcesPath: join(dirname(executable), 'resources'),
    // tests may ask, and see what only a desktop could have shown
    standin: { calls: recordedCalls },
  });
}

function readCommandLine(argv: readonly string[]): Launch {
  const launch: Launch = { required: [], appPath: undefined };
  for (let at = 1; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    const [, name, value] = /^--([^=]+)=?(.*)$/s.exec(argument) ?? [];
    if (argument === '-r' || argument === '--require') {
      at += 1;
      launch.required.push(resolve(argv[at] ?? ''));
    } else if (name !== undefined) switches.set(name.toLowerCase(), value ?? '');
    else launch.appPath ??= argument;
  }
  return launch;
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function readPackage(folder: string): Package {
  const content: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const fields: Record<string, unknown> = { ...(typeof content === 'object' ? content : {}) };
  return {
    name: text(fields['productName'], text(fields['name'], 'Electron')),
    version: text(fields['version'], '0.0.0'),
    main: text(fields['main'], 'index.js'),
    isModule: fields['type'] === 'module',
  };
}

/** Finds the app, tells `app` about it, and returns its entry. */
function adoptApp(appPath: string): { entry: string; isModule: boolean } {
  const archive = join(process.resourcesPath, 'app.asar');
  const isPackaged = existsSync(archive);
  const place = isPackaged ? unpackArchive(archive) : resolve(appPath);
  if (isPackaged) Reflect.deleteProperty(process, 'defaultApp');
  if (!statSync(place).isDirectory()) {
    app.adopt({ name: 'Electron', version: '0.0.0', path: dirname(place), isPackaged });
    return { entry: place, isModule: place.endsWith('.mjs') };
  }
  const { name, version, main, isModule } = readPackage(place);
  app.adopt({ name, version, path: place, isPackaged });
  const entry = resolve(place, main);
  return { entry, isModule: entry.endsWith('.mjs') || (isModule && !entry.endsWith('.cjs')) };
}

async function runEntry(entry: string, isModule: boolean): Promise<void> {
  const require = createRequire(pathToFileURL(entry));
  if (!isModule) {
    require(entry);
    return;
  }
  // a top-level `await app.whenReady()` never ends, here as in Electron
  const late = setTimeout(() => {
    console.error('stand-in: the entry is still awaiting something; `ready` is held back');
  }, 5000);
  await import(pathToFileURL(entry).href);
  clearTimeout(late);
}

/** Electron reports an uncaught exception in a dialog and lives on. */
function surviveExceptions(): void {
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return;
    console.error('A JavaScript error occurred in the main process', error);
  });
}

async function launch(): Promise<void> {
  dressProcess();
  redirectElectron(new URL('./module.ts', import.meta.url).href, Object.keys(electron));
  const chromium = findChromium(process.env['STANDIN_HEADED'] === '1') ?? 'no Chromium';
  console.error(
    `stand-in: not Electron, but test/electron-standin in Node ${process.versions.node} with ${chromium}`,
  );
  const { required, appPath } = readCommandLine(process.argv);
  const require = createRequire(import.meta.url);
  for (const path of required) require(path);
  const { entry, isModule } = adoptApp(appPath ?? '.');
  await runEntry(entry, isModule);
  surviveExceptions();
  await start();
}

launch().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
