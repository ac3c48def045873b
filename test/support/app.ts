import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { root } from '../run/steps.ts';

/** The app as it runs in a test, with everything that it said. */
export type RunningApp = {
  electron: ElectronApplication;
  page: Page;
  /** stdout and stderr of the main process. */
  said: () => string;
  /** Console errors and exceptions of the page. */
  complaints: string[];
  close: () => Promise<void>;
};

/** How to start it. */
export type LaunchOptions = {
  profile: string;
  env?: Record<string, string>;
  args?: readonly string[];
  /** Another app than the one that was built here. */
  appFolder?: string;
  /** An installed app's executable, instead of the sources. */
  executable?: string;
};

/**
 * Starts the app on a profile of its own, with nothing of this machine's keychain or settings in reach.
 * The first window is loaded when it comes back.
 */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const { PATH = '', DISPLAY, ELECTRON_OVERRIDE_DIST_PATH } = process.env;
  const { executable } = options;
  const electron = await _electron.launch({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: [
      ...(executable === undefined ? [options.appFolder ?? root] : []),
      `--user-data-dir=${options.profile}`,
      ...(options.args ?? []),
    ],
    colorScheme: null,
    env: {
      PATH,
      HOME: options.profile,
      LANG: 'en_US.UTF-8',
      ...(DISPLAY === undefined ? {} : { DISPLAY }),
      ...(ELECTRON_OVERRIDE_DIST_PATH === undefined ? {} : { ELECTRON_OVERRIDE_DIST_PATH }),
      ...options.env,
    },
  });
  let said = '';
  const collect = (chunk: Buffer): void => {
    said += chunk.toString('utf8');
  };
  electron.process().stdout?.on('data', collect);
  electron.process().stderr?.on('data', collect);
  const page = await electron.firstWindow();
  // To draw what moves is a tenth of what a story costs. Where motion could matter, a test asks for it.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  // From the start: a chooser that opens while a test only begins to wait for it is the system's own, and lost.
  page.on('filechooser', () => undefined);
  // The window begins on an empty page; the app's own is there once it has drawn something.
  await page.locator('#root > *').first().waitFor();
  return { electron, page, said: () => said, complaints, close: () => electron.close() };
}
