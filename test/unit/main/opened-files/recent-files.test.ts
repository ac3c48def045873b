import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRecentFiles } from '../../../../main/opened-files/recent-files.ts';
import type { RecentFiles } from '../../../../main/opened-files/recent-files.ts';
import { recentFiles } from '../../../../preload/contract/opened-files.ts';
import { hastyClock } from '../../../support/features.ts';
import { silentLog } from '../../../support/silent-log.ts';

vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
const { openElectronStoreFile } = await import('../../../../main/files/electron-store-file.ts');

let directory = '';
let systemList: string[] = [];
let changes = 0;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'latchkey-recent-'));
  systemList = [];
  changes = 0;
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const start = (): RecentFiles =>
  openRecentFiles({
    directory,
    openFile: openElectronStoreFile,
    clock: hastyClock,
    log: silentLog,
    system: { add: (path) => systemList.push(path), clear: () => (systemList = []) },
    changed: () => (changes += 1),
  });
const namesOf = (recent: RecentFiles): string[] => recent.names().map(({ name }) => name);
const stored = (): string => readFileSync(join(directory, 'recent-files.json'), 'utf8');

function make(name: string): string {
  const path = join(directory, name);
  writeFileSync(path, 'x');
  return path;
}

describe('recent files', () => {
  it('are there after the next start, the latest first, each once', () => {
    const recent = start();
    for (const name of ['a.p12', 'b.p12', 'a.p12']) recent.add(make(name));
    expect(namesOf(start())).toEqual(['a.p12', 'b.p12']);
    expect(systemList).toHaveLength(3);
    expect(changes).toBe(3);
  });

  it('are ten at most', () => {
    const recent = start();
    for (let at = 0; at < 14; at += 1) recent.add(`/tmp/${at}.p12`);
    expect(namesOf(recent)).toHaveLength(10);
    expect(namesOf(recent)[0]).toBe('13.p12');
  });

  it('are shown by name and folder, never by path, and say when they are gone', async () => {
    const recent = start();
    recent.add(make('here.p12'));
    recent.add(join(directory, 'gone.p12'));
    const shown = recentFiles.parse(await recent.list());
    expect(shown.files.map(({ name, isThere }) => [name, isThere])).toEqual([
      ['gone.p12', false],
      ['here.p12', true],
    ]);
    expect(JSON.stringify(shown)).not.toContain(directory);
    expect(directory.endsWith(shown.files[0]?.folder ?? '?')).toBe(true);
  });

  it('lose their bidirectional tricks on the way to the eye', async () => {
    const recent = start();
    recent.add('/tmp/mail\u202e21p.exe');
    expect((await recent.list()).files[0]?.name).toBe('mail21p.exe');
  });

  it('are forgotten on demand, here and in the system’s list', () => {
    const recent = start();
    recent.add(make('a.p12'));
    recent.clear();
    expect(namesOf(start())).toEqual([]);
    expect(systemList).toEqual([]);
    expect(stored()).not.toContain('a.p12');
  });

  it('are not remembered once that is switched off, not even by the next start', async () => {
    const recent = start();
    recent.add(make('a.p12'));
    recent.setRemembers(false);
    recent.add(make('b.p12'));
    const next = start();
    next.add(make('c.p12'));
    expect(await next.list()).toEqual({ remembers: false, files: [] });
    expect(systemList).toEqual([]);
    next.setRemembers(true);
    next.add(make('d.p12'));
    expect(namesOf(start())).toEqual(['d.p12']);
  });

  it('keep a place and a time, and nothing else', async () => {
    const recent = start();
    recent.add(make('a.p12'));
    const [file] = (await recent.list()).files;
    expect(JSON.parse(stored())).toEqual({
      version: 1,
      remembers: true,
      files: [{ path: join(directory, 'a.p12'), openedAt: file?.openedAt }],
    });
  });

  it.each([
    ['cut off', '{"version":1,"rememb'],
    ['of a later version', '{"version":2,"remembers":true,"files":[]}'],
    [
      'with too many',
      JSON.stringify({
        version: 1,
        remembers: true,
        files: Array.from({ length: 11 }, () => ({ path: '/a', openedAt: 1 })),
      }),
    ],
    ['with a foreign key', '{"version":1,"remembers":true,"files":[],"password":"x"}'],
    ['binary', '\0\0\0'],
    ['huge', ' '.repeat(200_000)],
  ])('%s, begin anew and can be added to', (_what, text) => {
    writeFileSync(join(directory, 'recent-files.json'), text);
    const recent = start();
    expect(namesOf(recent)).toEqual([]);
    recent.add('/tmp/a.p12');
    expect(namesOf(start())).toEqual(['a.p12']);
  });

  it('work for this session where they can’t be written', () => {
    const recent = openRecentFiles({
      directory: join(directory, 'none'),
      openFile: () => ({
        read: () => ({}),
        write: () => {
          throw new Error('EACCES');
        },
      }),
      clock: hastyClock,
      log: silentLog,
      system: { add: () => undefined, clear: () => undefined },
      changed: () => undefined,
    });
    recent.add('/tmp/a.p12');
    expect(namesOf(recent)).toEqual(['a.p12']);
  });
});
