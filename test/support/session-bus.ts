import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A desktop session's bus, with or without a keychain on it, for one run of the app. */
export type SessionBus = {
  /** The variable by which a program finds the bus. */
  address: Record<string, string>;
  stop: () => void;
};

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\n')) resolve(text.split('\n', 1)[0] ?? '');
    });
    child.once('exit', () => reject(new Error('the bus did not start')));
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
  });

/**
 * Starts a bus and a gnome-keyring, both with their files in `folder`.
 *
 * @param folder home of the keyring; the same folder finds the same entries again
 * @param keyring whether its login keyring is unlocked, as it is on a desktop where somebody has signed in
 */
export async function startSessionBus(
  folder: string,
  keyring: 'unlocked' | 'locked' = 'unlocked',
): Promise<SessionBus> {
  const runtime = join(folder, 'run');
  await mkdir(runtime, { recursive: true, mode: 0o700 });
  const base = { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_RUNTIME_DIR: runtime };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    env: base,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = { DBUS_SESSION_BUS_ADDRESS: await firstLine(bus) };
  const env = { ...base, ...address };
  const unlock = keyring === 'unlocked' ? ['--unlock'] : [];
  const daemon = spawn(
    'gnome-keyring-daemon',
    ['--foreground', ...unlock, '--components=secrets'],
    {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  // One newline is the empty password; a truly empty input would leave no login keyring at all.
  daemon.stdin?.end('\n');
  await ended(
    spawn('gdbus', ['wait', '--session', '--timeout', '10', 'org.freedesktop.secrets'], { env }),
  );
  return {
    address,
    stop: () => {
      daemon.kill('SIGKILL');
      bus.kill('SIGKILL');
    },
  };
}
