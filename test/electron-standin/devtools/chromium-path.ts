import { accessSync, constants, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Chromium without its own windows: a third cheaper to start, and as Electron built on Chromium's content layer only. */
const HEADLESS_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where an installed Chromium is: STANDIN_CHROMIUM, then the usual names on PATH and in /usr/bin, macOS's application
 * folders, and what Playwright has installed. `undefined` if there is none.
 *
 * @param headed whether it has to open windows on a display; a headless shell can't, and is preferred where none is asked
 */
export function findChromium(
  headed: boolean,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const named = env['STANDIN_CHROMIUM'];
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined;
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin'];
  const candidates = [
    ...(headed ? NAMES : [...HEADLESS_NAMES, ...NAMES]).flatMap((name) =>
      folders.map((folder) => join(folder, name)),
    ),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...globSync(join(homedir(), '.cache/ms-playwright/chromium-*/chrome-linux*/chrome')),
  ];
  return candidates.find(isExecutable);
}
