import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const greeting = z.object({ url: z.url(), username: z.string(), password: z.string().min(12) });

let child: ChildProcessByStdio<null, Readable, Readable> | null = null;
afterEach(() => child?.kill('SIGKILL'));

function run(...args: string[]): ChildProcessByStdio<null, Readable, Readable> {
  child = spawn(process.execPath, ['main/demo-portal/cli.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
}

const ended = (started: ChildProcessByStdio<null, Readable, Readable>): Promise<number | null> =>
  new Promise((resolve) => {
    started.once('exit', resolve);
  });

describe('npm run portal', () => {
  it('picks a free port, says where and how to sign in on its first line, and ends when asked to', async () => {
    const started = run('--port', '0');
    const lines = createInterface(started.stdout)[Symbol.asyncIterator]();
    const { value } = await lines.next();
    const { url, username, password } = greeting.parse(JSON.parse(value ?? ''));
    const body = new URLSearchParams({ username, password });
    const answer = await fetch(`${url}/api/v1/ssp/login`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    const exit = ended(started);
    started.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  it('explains itself when it is called wrongly', async () => {
    const started = run('--port', 'many');
    const exit = ended(started);
    let said = '';
    for await (const bytes of started.stderr) said += String(bytes);
    expect(said).toContain('usage');
    expect(await exit).toBe(2);
  });
});
