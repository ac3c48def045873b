import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const child = fileURLToPath(new URL('../../support/settings-child.ts', import.meta.url));
const kills = 8;
const saved = z.object({ version: z.literal(1), lastUsername: z.string().regex(/^\d{200}$/u) });

it('settings are the old ones or the new ones, never half of them, when the app is killed while it writes', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-killed-'));
  const path = join(directory, 'settings.json');
  for (let i = 0; i < kills; i += 1) {
    const app = spawn(process.execPath, [child, directory], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(app.stdout, 'data');
    await expect.poll(() => existsSync(path), { timeout: 15_000 }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 3 * i));
    app.kill('SIGKILL');
    await once(app, 'exit');
    expect(saved.safeParse(JSON.parse(readFileSync(path, 'utf8'))).success).toBe(true);
  }
  expect(readdirSync(directory).filter((name) => name.includes('damaged'))).toEqual([]);
  rmSync(directory, { recursive: true, force: true });
}, 60_000);
