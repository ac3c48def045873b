import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFile } from '../../../../main/files/load-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-load-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

describe('reading a file', () => {
  it('gives its bytes, through a link too', async () => {
    writeFileSync(at('a.p12'), 'abc');
    symlinkSync(at('a.p12'), at('link.p12'));
    for (const name of ['a.p12', 'link.p12']) {
      const loaded = await loadFile(at(name));
      expect(loaded.kind === 'bytes' && Buffer.from(loaded.bytes).toString()).toBe('abc');
    }
  });

  it('does not read a file over the limit', async () => {
    writeFileSync(at('large.p12'), '');
    truncateSync(at('large.p12'), 50 * 1024 * 1024);
    expect(await loadFile(at('large.p12'))).toEqual({ kind: 'too-large' });
  });

  it('says what lies there instead of a file', async () => {
    mkdirSync(at('folder'));
    symlinkSync(at('gone'), at('dangling'));
    symlinkSync(at('loop'), at('loop'));
    const answers = await Promise.all(
      ['folder', 'gone', 'dangling', 'loop', 'a.p12/b'].map((name) => loadFile(at(name))),
    );
    expect(answers.map((answer) => answer.kind === 'unreadable' && answer.why)).toEqual([
      'folder',
      'not-found',
      'not-found',
      'not-found',
      'not-found',
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'does not wait for a pipe or a device (Windows has neither)',
    async () => {
      execFileSync('mkfifo', [at('pipe')]);
      expect(await loadFile(at('pipe'))).toMatchObject({ why: 'not-a-file' });
      expect(await loadFile('/dev/zero')).toMatchObject({ why: 'not-a-file' });
    },
  );

  it.skipIf(process.getuid?.() === 0)(
    'says when it may not be read (asked of a user who is not root)',
    async () => {
      writeFileSync(at('secret.p12'), 'x');
      chmodSync(at('secret.p12'), 0);
      expect(await loadFile(at('secret.p12'))).toMatchObject({ why: 'not-allowed' });
    },
  );
});
