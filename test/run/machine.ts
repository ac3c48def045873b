import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from '../electron-standin/devtools/chromium-path.ts';
import { run } from './steps.ts';

/** Something from the machine that the tests need, and the Debian package that brings it. */
type Need = {
  what: string;
  debian: string;
  isThere: () => boolean;
  /** Without it some tests are skipped, and say so. */
  canDoWithout?: boolean;
  /** Not for the tests: only where it is asked for by its package. */
  onlyWhenNamed?: boolean;
};

const program = (what: string, debian: string, command: string): Need => ({
  what,
  debian,
  isThere: () => onPath(command),
});
const otherReader = (what: string, debian: string, command: string): Need => ({
  ...program(what, debian, command),
  canDoWithout: true,
});

const libraryFolders = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
];

const needs: readonly Need[] = [
  // Any Chromium will do for the tests; where there is none, the one without windows starts sooner.
  {
    what: 'Chromium',
    debian: 'chromium-headless-shell',
    isThere: () => findChromium(false) !== undefined,
  },
  {
    what: 'Chromium with windows',
    debian: 'chromium',
    isThere: () => findChromium(true) !== undefined,
    onlyWhenNamed: true,
  },
  program('OpenSSL', 'openssl', 'openssl'),
  program('D-Bus', 'dbus', 'dbus-daemon'),
  program('GNOME Keyring', 'gnome-keyring', 'gnome-keyring-daemon'),
  program('gdbus', 'libglib2.0-bin', 'gdbus'),
  {
    what: 'libsecret',
    debian: 'libsecret-1-0',
    isThere: () => libraryFolders.some((folder) => existsSync(join(folder, 'libsecret-1.so.0'))),
  },
  // What Latchkey writes has to open in other people's programs too.
  otherReader('GnuTLS certtool', 'gnutls-bin', 'certtool'),
  otherReader('NSS pk12util', 'libnss3-tools', 'pk12util'),
  otherReader('Java keytool', 'default-jre-headless', 'keytool'),
  {
    what: 'Japanese letters',
    debian: 'fonts-noto-cjk',
    isThere: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
    canDoWithout: true,
    onlyWhenNamed: true,
  },
];

/** Is a program of this name on PATH? */
export function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/**
 * Sees to it that the machine has what the tests need: installs it on Debian as root, and otherwise names the
 * one command that would.
 *
 * @param only the packages that matter for this run; all that the tests need when left out
 * @returns true when the tests can run
 */
export async function prepareMachine(only?: readonly string[]): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const missing = needs.filter(
    (need) => (only?.includes(need.debian) ?? need.onlyWhenNamed !== true) && !need.isThere(),
  );
  if (missing.length === 0) return true;
  const packages = missing.map((need) => need.debian);
  console.log(`This machine lacks ${missing.map((need) => need.what).join(', ')}.`);
  if (!onPath('apt-get') || process.getuid?.() !== 0) {
    console.log(`Install with: sudo apt-get install ${packages.join(' ')}`);
  } else {
    console.log(`Installing ${packages.join(', ')} with apt-get ...`);
    await install(packages);
  }
  return missing.every((need) => need.canDoWithout === true || need.isThere());
}

async function install(packages: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { quiet: true, env });
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...packages],
    { quiet: true, env },
  );
  if (code !== 0) console.log(output);
}
