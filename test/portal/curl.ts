import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const greeting = z.object({
  url: z.url(),
  username: z.string(),
  password: z.string(),
  people: z.array(z.object({ username: z.string(), password: z.string() })),
});
const letter = z.object({ mail: z.object({ to: z.string(), pin: z.string() }) });

/** What curl has printed of an answer. */
export type CurlAnswer = { status: number; headers: string; body: string };

/** `npm run -s portal`, as a person starts it, in a process of its own. */
export type PortalProcess = z.output<typeof greeting> & {
  /** PINs of the mails so far, newest last. */
  pins: string[];
  stop: () => Promise<number | null>;
};

/** Starts it on a port; it is there once its first line is. */
export async function startPortalProcess(port: number): Promise<PortalProcess> {
  // In a group of its own: npm does not pass a signal on to what it has started.
  const child = spawn('npm', ['run', '-s', 'portal', '--', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const pins: string[] = [];
  const lines = createInterface(child.stdout);
  const first = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the portal has ended')));
    lines.once('line', resolve);
  });
  lines.on('line', (line) => {
    const parsed = letter.safeParse(JSON.parse(line));
    if (parsed.success) pins.push(parsed.data.mail.pin);
  });
  const said = greeting.parse(JSON.parse(first));
  return {
    ...said,
    pins,
    stop: () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      return ended;
    },
  };
}

/** Whether curl is there; null, or what is missing. */
export async function curlMissing(): Promise<string | null> {
  return run('curl', ['--version']).then(
    () => null,
    () => 'curl is missing',
  );
}

/** Runs curl. `args` as a person would type them, the address last. */
export async function curl(args: readonly string[]): Promise<CurlAnswer> {
  const { stdout } = await run('curl', ['-s', '-i', '--max-time', '20', ...args]);
  const [head = '', ...rest] = stdout
    .replace(/^HTTP\/1\.1 100[^\r]*\r\n\r\n/u, '')
    .split('\r\n\r\n');
  const status = Number(/^HTTP\/\S+ (?<status>\d{3})/u.exec(head)?.groups?.['status'] ?? 0);
  return { status, headers: head, body: rest.join('\r\n\r\n') };
}
