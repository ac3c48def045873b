import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestFeatures } from '../../../support/features.ts';
import type { TestFeatures } from '../../../support/features.ts';
import { rejectionOf } from '../../../support/failures.ts';

let folder = '';
let chosen: string | null = null;
let app: TestFeatures;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-opened-'));
  app = createTestFeatures({ askWhichFile: () => Promise.resolve(chosen) });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

function make(name: string, text = 'a certificate, one day'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const open = (...paths: string[]): void => app.features.openedFiles.open(paths);
const take = () => app.call('files.takeOpened', undefined);

describe('a file opened by double click', () => {
  it('is told to the page, which takes it once, by name and handle', async () => {
    open(make('mail.p12'));
    expect(app.told.of('file.opened')).toEqual([null]);
    const opened = await take();
    expect(opened).toMatchObject({ outcome: 'held', file: { name: 'mail.p12', size: 22 } });
    expect(JSON.stringify(opened)).not.toContain(folder);
    expect(await take()).toBeNull();
  });

  it('waits for a page that is not there yet', async () => {
    open(make('cold.p12'));
    expect(await take()).toMatchObject({ outcome: 'held', file: { name: 'cold.p12' } });
  });

  it('can be looked into like a dropped one', async () => {
    open(make('note.txt'));
    const opened = await take();
    if (opened?.outcome !== 'held') throw new Error('not held');
    const { fileId } = opened.file;
    const result = await app.call('files.inspect', { fileId, password: null, purpose: 'look' });
    expect(result).toMatchObject({ opened: false, failure: { format: 'text' } });
  });

  it('among several is the first that is shown; the others are listed as recent', async () => {
    open(make('a.p12'), make('b.p12'), make('c.p12'));
    expect(await take()).toMatchObject({ file: { name: 'a.p12' } });
    const { files } = await app.call('files.listRecent', undefined);
    expect(files.map(({ name }) => name)).toEqual(['a.p12', 'b.p12', 'c.p12']);
  });

  it('followed by another before the page has asked gives way to it, and is not even read', async () => {
    open(make('a.p12'));
    open(make('b.p12'));
    expect(await take()).toMatchObject({ file: { name: 'b.p12' } });
    expect(await take()).toBeNull();
    expect((await app.call('app.snapshot', undefined)).files).toHaveLength(1);
  });

  it.each([
    ['not-found', () => join(folder, 'none.p12')],
    [
      'folder',
      () => {
        mkdirSync(join(folder, 'dir.p12'));
        return join(folder, 'dir.p12');
      },
    ],
    [
      'too-large',
      () => {
        const path = make('large.p12');
        truncateSync(path, 5_000_000_000);
        return path;
      },
    ],
  ] as const)('that is %s is refused in words, and not listed as recent', async (why, path) => {
    open(path());
    expect(await take()).toMatchObject({ outcome: 'refused', why });
    expect((await app.call('files.listRecent', undefined)).files).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('that is a pipe is refused at once', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.p12')]);
    open(join(folder, 'pipe.p12'));
    expect(await take()).toMatchObject({ outcome: 'refused', why: 'not-a-file' });
  });

  it('when too many are open already says so', async () => {
    const hold = () => app.call('files.open', { name: 'x', bytes: new Uint8Array(1) });
    await expect(
      (async () => {
        for (let at = 0; at < 1000; at += 1) await hold();
      })(),
    ).rejects.toThrow('busy');
    open(make('one-more.p12'));
    expect(await take()).toMatchObject({ outcome: 'refused', why: 'too-many' });
  });
});

describe('a recent file', () => {
  it('opens again by its id alone', async () => {
    open(make('mail.p12'));
    await take();
    const [file] = (await app.call('files.listRecent', undefined)).files;
    const opened = await app.call('files.openRecent', { id: file?.id ?? '' });
    expect(opened).toMatchObject({ outcome: 'held', file: { name: 'mail.p12' } });
  });

  it('that was deleted says so', async () => {
    const path = make('mail.p12');
    open(path);
    await take();
    rmSync(path);
    const [file] = (await app.call('files.listRecent', undefined)).files;
    expect(file?.isThere).toBe(false);
    const opened = await app.call('files.openRecent', { id: file?.id ?? '' });
    expect(opened).toEqual({ outcome: 'refused', name: 'mail.p12', why: 'not-found' });
  });

  it('of an id that nobody gave out is gone', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(await rejectionOf(app.call('files.openRecent', { id }))).toMatchObject({
      code: 'file-gone',
    });
  });
});

describe('a file chosen from the menu', () => {
  it('is offered to the page, and remembered', async () => {
    chosen = make('chosen.p12');
    await app.features.openedFiles.choose();
    expect(await take()).toMatchObject({ outcome: 'held', file: { name: 'chosen.p12' } });
    expect((await app.call('files.listRecent', undefined)).files).toHaveLength(1);
  });

  it('is none when the person cancels', async () => {
    chosen = null;
    await app.features.openedFiles.choose();
    expect(await take()).toBeNull();
  });
});
