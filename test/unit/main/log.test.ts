import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logLine, openLog } from '../../../main/log.ts';
import { redact, redactCause } from '../../../main/redaction.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'latchkey-log-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const secrets = {
  token: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.abcdef0123456789',
  email: 'jo.doe+x@mail.acme.example',
  serial: 'C02ZK0FAMD6R7Q',
  place: '51.05434, 3.71742',
  key: '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----',
};

describe('the log', () => {
  it.each(Object.entries(secrets))('has no %s in it', (_kind, secret) => {
    expect(redact(`before ${secret} after`)).not.toContain(secret.slice(0, 12));
    expect(redact(`before ${secret} after`)).toMatch(/^before .* after$/su);
  });

  it('leaves out whatever is not on the list of fields', () => {
    const fields = { code: 'offline', serial: 'C02ZK0FAMD6R', password: 'hunter2' };
    expect(logLine('portal', fields)).toBe('portal code=offline');
  });

  it('tells where a bug is, and not what its message says', () => {
    const line = redactCause(new TypeError('password is hunter2'));
    expect(line).toContain('TypeError');
    expect(line).toContain('log.test.ts');
    expect(line).not.toContain('hunter2');
    expect(line).not.toContain(process.cwd());
  });

  it('is one line an event, whatever is in it', () => {
    expect(logLine('a\nb', { where: 'x\ny' })).toBe('a b where=x y');
  });

  it('is written to a file that only its owner can read', async () => {
    const log = openLog(join(directory, 'logs'));
    log.info('start', { version: '1.0.0' });
    log.error('internal', { reference: '0123ABCD', cause: new Error('hunter2') });
    const path = join(directory, 'logs', 'main.log');
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(
      /info start version=1\.0\.0\n.*error internal reference=0123ABCD cause=Error/u,
    );
    expect(text).not.toContain('hunter2');
    // Windows keeps the profile folder to its owner by itself.
    const othersMay = process.platform === 'win32' ? 0 : (await stat(path)).mode & 0o077;
    expect(othersMay).toBe(0);
  });

  it('starts a new file when the old one is full', async () => {
    const log = openLog(directory);
    for (let i = 0; i < 1200; i += 1) log.info('x '.repeat(500));
    const { size } = await stat(join(directory, 'main.log'));
    expect(size).toBeLessThan(1_100_000);
    expect((await stat(join(directory, 'main.old.log'))).size).toBeGreaterThan(1_000_000);
  });
});
