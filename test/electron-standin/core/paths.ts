import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What `getPath` depends on beside the name. */
export type PathSurroundings = {
  appName: string;
  /** The value of `--user-data-dir`, or empty. */
  userDataSwitch: string;
  /** What the app has set with `setPath`. */
  chosen: ReadonlyMap<string, string>;
};

/** The folder or file that Electron on Linux calls `name`; throws on a name that Electron does not know. */
export function standardPath(name: string, surroundings: PathSurroundings): string {
  const chosen = surroundings.chosen.get(name);
  if (chosen !== undefined) return chosen;
  const home = homedir();
  const within = (other: string, ...rest: string[]): string =>
    join(standardPath(other, surroundings), ...rest);
  switch (name) {
    case 'home':
      return home;
    case 'appData':
      return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
    case 'userData':
      return surroundings.userDataSwitch === ''
        ? within('appData', surroundings.appName)
        : resolve(surroundings.userDataSwitch);
    case 'sessionData':
      return within('userData');
    case 'temp':
      return tmpdir();
    case 'exe':
    case 'module':
      return process.execPath;
    case 'logs':
      return within('userData', 'logs');
    case 'crashDumps':
      return within('userData', 'Crashpad');
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'music':
    case 'pictures':
    case 'videos':
      return join(home, `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}
