import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSecretsInHeap } from '../support/heap.ts';
import { findSecretsInProcesses, processesOfApp } from '../support/processes.ts';
import { findSecrets, findSecretsBelow } from '../support/secrets.ts';
import { expect, test } from '../support/shared-app.ts';

/* What is searched after every story does find something where there is something to be found. */

const secret = { name: 'the planted one', value: 'drum-willow-Ä-640' };
const bytes = { name: 'the planted bytes', value: Uint8Array.of(250, 3, 77, 190, 255, 0, 91, 18) };

test('a secret that lies in the page’s heap is found there, and is gone when it is let go of', async ({
  app,
}) => {
  expect(await findSecretsInHeap(app, [secret])).toEqual([]);
  await app.page.evaluate(
    (half) => {
      window.marks = [`${half[0] ?? ''}-willow-${half[1] ?? ''}`];
    },
    ['drum', 'Ä-640'],
  );
  // Read once, or V8 keeps it in its parts.
  expect(await app.page.evaluate(() => window.marks[0]?.codePointAt(3))).toBe(109);
  expect((await findSecretsInHeap(app, [secret])).length).toBeGreaterThan(0);
  await app.page.evaluate(() => {
    window.marks = [];
  });
  await expect.poll(() => findSecretsInHeap(app, [secret])).toEqual([]);
});

test('a secret in a file, in whatever spelling, is found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-search-'));
  const raw = Buffer.from(secret.value);
  const spelt: Record<string, Buffer | string> = {
    raw,
    base64: raw.toString('base64'),
    base64url: Buffer.from(bytes.value).toString('base64url'),
    hex: raw.toString('hex').toUpperCase(),
    utf16: Buffer.from(secret.value, 'utf16le'),
    percent: encodeURIComponent(secret.value),
    json: JSON.stringify({ secret: secret.value }),
  };
  for (const [name, content] of Object.entries(spelt)) {
    await writeFile(
      join(folder, name),
      Buffer.concat([Buffer.from('before '), Buffer.from(content)]),
    );
  }
  await writeFile(join(folder, 'clean'), 'drum-willow');
  const found = await findSecretsBelow(folder, [secret, bytes]);
  for (const name of Object.keys(spelt))
    expect
      .soft(
        found.some((one) => one.endsWith(join(folder, name))),
        name,
      )
      .toBe(true);
  expect(found.some((one) => one.endsWith('clean'))).toBe(false);
  expect(found.join()).not.toContain(secret.value);
  await rm(folder, { recursive: true });
});

test('a secret among the arguments or in the environment of any process of the app is found', async ({
  app,
}) => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const { pid = 0 } = app.electron.process();
  const own = await processesOfApp(pid, '/nowhere');
  expect(own.length).toBeGreaterThan(3);
  expect(own.every(({ argv }) => argv.length > 0)).toBe(true);
  expect(await findSecretsInProcesses(pid, '/nowhere', [secret])).toEqual([]);

  // A process that is the app's by its arguments alone, as Chromium's are once their parent has gone.
  const profile = join(tmpdir(), 'latchkey-search-profile');
  const script = 'process.stdout.write("up"); setInterval(() => undefined, 1000)';
  const child = spawn(process.execPath, ['-e', script, profile, secret.value], {
    env: { PLANTED: secret.value },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const found = await findSecretsInProcesses(pid, profile, [secret]);
  expect(found).toContain('the planted one as raw among the arguments of a process');
  expect(found).toContain('the planted one as raw in the environment of a process');
  child.kill('SIGKILL');
});

test('a secret that is printed is found', () => {
  expect(findSecrets(Buffer.from(`x ${secret.value} y`), [secret])).not.toEqual([]);
  expect(findSecrets(Buffer.from('x y'), [secret])).toEqual([]);
});
