import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFailure } from '../failure.ts';
import { readProxy } from '../portal/proxy.ts';
import type { ResolveProxy } from '../portal/proxy.ts';
import { chooseFeed, feedInPackage } from './feed.ts';
import type { Feed } from './feed.ts';
import { UpdateHttp } from './update-http.ts';
import { setUpUpdater } from './updater.ts';
import type { Updater } from './updater.ts';

/**
 * The feed of this installation.
 *
 * @param inSettings see `chooseFeed`
 * @param resources folder of the package's resources, absolute
 */
export function feedOfInstallation(inSettings: string | null, resources: string): Feed {
  try {
    const text = readFileSync(join(resources, 'app-update.yml'), 'utf8');
    return chooseFeed(inSettings, feedInPackage(text));
  } catch {
    return chooseFeed(inSettings, null);
  }
}

/**
 * Whether this copy of the app is one that electron-updater can put another in the place of: on Linux an AppImage, or a
 * package that says of what kind it is. An unpacked archive is neither.
 *
 * @param isPackaged as Electron says
 * @param resources folder of the package's resources, absolute
 */
export function canBeUpdated(isPackaged: boolean, resources: string): boolean {
  if (process.platform !== 'linux') return isPackaged;
  const isAppImage = process.env['APPIMAGE'] !== undefined;
  return isPackaged && (isAppImage || existsSync(join(resources, 'package-type')));
}

async function proxyFor(url: string, resolveProxy: ResolveProxy): Promise<string | null> {
  try {
    const proxy = readProxy(await resolveProxy(url));
    return proxy === false ? null : `${proxy.protocol}://${proxy.host}:${proxy.port}`;
  } catch (cause) {
    // SOCKS, which Node can't do: without a proxy it fails later, and as quietly.
    if (isFailure(cause)) return null;
    throw cause;
  }
}

/** electron-updater for this platform and kind of package, on our own network stack. */
export async function loadNativeUpdater(
  url: string,
  { resolveProxy, trustSystem }: { resolveProxy: ResolveProxy; trustSystem: () => void },
): Promise<Updater> {
  const { default: electronUpdater } = await import('electron-updater');
  const http = new UpdateHttp();
  trustSystem();
  return setUpUpdater(electronUpdater.autoUpdater, {
    url,
    http,
    begin: async () => http.begin(await proxyFor(url, resolveProxy)),
  });
}
