import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './steps.ts';

/** What the tests need from the machine, and the Debian package that brings it. */
const needs: readonly { what: string; debian: string; isThere: () => boolean }[] = [
  { what: 'Chromium', debian: 'chromium', isThere: () => onPath('chromium') },
  { what: 'OpenSSL', debian: 'openssl', isThere: () => onPath('openssl') },
  { what: 'D-Bus', debian: 'dbus', isThere: () => onPath('dbus-daemon') },
  {
    what: 'GNOME Keyring',
    debian: 'gnome-keyring',
    isThere: () => onPath('gnome-keyring-daemon'),
  },
  { what: 'gdbus', debian: 'libglib2.0-bin', isThere: () => onPath('gdbus') },
  {
    what: 'libsecret',
    debian: 'libsecret-1-0',
    isThere: () =>
      ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'].some(
        (folder) => existsSync(join(folder, 'libsecret-1.so.0')),
      ),
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
 * @param only the packages that matter for this run; all of them when left out
 * @returns true when everything is there
 */
export async function prepareMachine(only?: readonly string[]): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const missing = needs.filter(
    (need) => (only === undefined || only.includes(need.debian)) && !need.isThere(),
  );
  if (missing.length === 0) return true;
  const packages = missing.map((need) => need.debian);
  console.log(`This machine lacks ${missing.map((need) => need.what).join(', ')}.`);
  if (!onPath('apt-get') || process.getuid?.() !== 0) {
    console.log(`Install with: sudo apt-get install ${packages.join(' ')}`);
    return false;
  }
  console.log(`Installing ${packages.join(', ')} with apt-get ...`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { quiet: true, env });
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...packages],
    { quiet: true, env },
  );
  if (code !== 0) console.log(output);
  return code === 0;
}
