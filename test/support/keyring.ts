import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { KeyringStep } from './keyring-child.ts';

/** The states of a Linux desktop's keychain that people really have (security.md 1.2). */
type KeyringMode = 'unlocked' | 'locked' | 'no-secret-service' | 'no-bus';

const child = fileURLToPath(new URL('keyring-child.ts', import.meta.url));
const run = promisify(execFile);

const has = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;

/** Why the real keyring can't be used here; null when it can. */
export function keyringMissing(): string | null {
  if (process.platform !== 'linux') return 'gnome-keyring is for Linux';
  if (!has('dbus-run-session', '--version')) return 'dbus-run-session is not installed';
  if (!has('gnome-keyring-daemon', '--version')) return 'gnome-keyring-daemon is not installed';
  return null;
}

/** A bus on which no service can be started. */
const bareBus = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`;

const daemon = 'gnome-keyring-daemon --components=secrets';

/** A home folder of its own, with a keyring in it that lasts from one run to the next. */
export type Keyring = {
  /** Runs a command with the keyring in this state. */
  command: (mode: KeyringMode, program: string, args: readonly string[]) => Promise<string>;
  /** Runs steps against the app's own keychain with the real keytar, and gives their answers. */
  steps: (mode: KeyringMode, steps: readonly KeyringStep[]) => Promise<unknown[]>;
  dispose: () => void;
};

/** Makes the home folder. Throws nothing; ask `keyringMissing` first. */
export function createKeyring(): Keyring {
  const home = mkdtempSync(join(tmpdir(), 'latchkey-keyring-'));
  const runtime = join(home, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const config = join(home, 'bare-bus.conf');
  writeFileSync(config, bareBus);
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(home, 'share'),
    LATCHKEY_KEYRING_CHILD: '1',
  };
  const options = { env, timeout: 60_000, killSignal: 'SIGKILL' } as const;

  function argv(mode: KeyringMode, program: string, args: readonly string[]): string[] {
    const shell = (start: string): string[] => [
      '--',
      'sh',
      '-c',
      `${start} >/dev/null 2>&1; exec "$@"`,
      'sh',
      program,
      ...args,
    ];
    if (mode === 'unlocked') return shell(`printf "correct horse" | ${daemon} --unlock`);
    if (mode === 'locked') return shell(`${daemon} --start`);
    return [`--config-file=${config}`, '--', program, ...args];
  }

  async function command(mode: KeyringMode, program: string, args: readonly string[]) {
    const { stdout } =
      mode === 'no-bus'
        ? await run(program, [...args], options)
        : await run('dbus-run-session', argv(mode, program, args), options);
    return stdout;
  }

  return {
    command,
    steps: async (mode, steps) => {
      const stdout = await command(mode, process.execPath, [child, JSON.stringify(steps)]);
      const answers: unknown = JSON.parse(stdout);
      return z.array(z.unknown()).parse(answers);
    },
    dispose: () => rmSync(home, { recursive: true, force: true }),
  };
}
