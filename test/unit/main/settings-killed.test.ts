import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const child = fileURLToPath(new URL('../../support/settings-child.ts', import.meta.url));
/** Five hundred times with LATCHKEY_LONG=1 (security.md 5). */
const isLong = process.env['LATCHKEY_LONG'] === '1';
const kills = isLong ? 500 : 8;
/** Two hundred digits, all of them: half a write would be shorter. */
const counter = z.string().regex(/^\d{200}$/u);
const saved = z.object({ version: z.literal(1), lastUsername: counter });
const lastKnown = z.object({ version: z.literal(1), tenantName: counter });
/** One entry more in each round, up to twenty-four: none is missing between the first and the last. */
const journal = z.object({
  version: z.literal(1),
  entries: z
    .array(z.object({ subjects: z.tuple([counter]) }).transform((one) => Number(one.subjects[0])))
    .max(24)
    .refine((rounds) => rounds.every((round, at) => round === (rounds[0] ?? 0) + at)),
});

it(
  `what the app keeps on disk is the old or the new, never half of it, when it is killed while it writes (${kills} times)`,
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'latchkey-killed-'));
    const journalFile = (): string =>
      readdirSync(directory).find((name) => /^activity-.*\.json$/u.test(name)) ?? '';
    const read = (name: string): unknown => JSON.parse(readFileSync(join(directory, name), 'utf8'));
    const wrong: string[] = [];
    let highest = 0;
    let longest = 0;
    for (let i = 0; i < kills; i += 1) {
      const app = spawn(process.execPath, [child, directory], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await once(app.stdout, 'data');
      // Another moment each time, over some rounds of writing all three.
      await new Promise((resolve) => setTimeout(resolve, (7 * i) % 31));
      app.kill('SIGKILL');
      await once(app, 'exit');
      const settings = saved.safeParse(read('settings.json'));
      if (!settings.success) wrong.push(`${i}: settings`);
      if (!lastKnown.safeParse(read('last-known.json')).success) wrong.push(`${i}: last known`);
      const entries = journal.safeParse(read(journalFile()));
      if (!entries.success) wrong.push(`${i}: journal`);
      longest = Math.max(longest, entries.data?.entries.length ?? 0);
      highest = Math.max(highest, Number(settings.data?.lastUsername ?? 0));
    }
    if (isLong) console.log(`${kills} kills in ${highest} rounds of writes`);
    expect(wrong).toEqual([]);
    expect(longest).toBeGreaterThan(1);
    expect(readdirSync(directory).filter((name) => name.includes('damaged'))).toEqual([]);
    expect(existsSync(join(directory, 'settings.json'))).toBe(true);
    rmSync(directory, { recursive: true, force: true });
  },
  isLong ? 1_800_000 : 60_000,
);
