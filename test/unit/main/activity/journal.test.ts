import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { journalName, openJournal } from '../../../../main/activity/journal.ts';
import type { JournalOwner, KeptEntry } from '../../../../main/activity/journal.ts';
import { failure } from '../../../../main/failure.ts';
import { createNotices } from '../../../../main/notices.ts';
import { activityLife, longestActivity } from '../../../../preload/contract/activity.ts';
import { sampleEntry } from '../../../support/activity.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { createTold } from '../../../support/told.ts';

const now = Date.UTC(2026, 10, 22, 13);
const ines: JournalOwner = { origin: 'https://a.example', username: 'ines', isDemo: false };
let directory = '';
let told = createTold();

const kept = (change: Partial<KeptEntry> = {}): KeptEntry => ({
  ...sampleEntry(change),
  commands: [],
  ...change,
});

/** Files without electron-store: what is written can be read again, and breaks where the test says. */
function open(owner = ines, write?: () => never) {
  return openJournal(
    {
      directory,
      openFile: (path) => ({
        read: () => JSON.parse(readFileSync(path, 'utf8')) as unknown,
        write: write ?? ((value) => writeFileSync(path, JSON.stringify(value))),
      }),
      notices: createNotices(told.emit),
      log: silentLog,
      now: () => now,
    },
    owner,
  );
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'latchkey-journal-'));
  told = createTold();
});
afterEach(() => rm(directory, { recursive: true }));

describe('a journal', () => {
  it('is there again at the next start, and has no file before there is an entry', () => {
    const journal = open();
    expect(readdirSync(directory)).toEqual([]);
    const entry = kept();
    journal.add(entry);
    expect(open().entries()).toEqual([entry]);
  });

  it('belongs to one account of one portal', () => {
    const others: JournalOwner[] = [
      { ...ines, username: 'marc' },
      { ...ines, origin: 'https://b.example' },
      { ...ines, isDemo: true },
    ];
    open().add(kept());
    for (const other of others) expect(open(other).entries()).toEqual([]);
    expect(journalName(ines)).not.toContain('ines');
    expect(open({ ...ines, username: 'INES' }).entries()).toHaveLength(1);
  });

  it('is the same for the demo portal, which has another address at each start', () => {
    const demo = { ...ines, isDemo: true };
    expect(journalName({ ...demo, origin: 'http://127.0.0.1:1' })).toBe(
      journalName({ ...demo, origin: 'http://127.0.0.1:2' }),
    );
  });

  it(`forgets what is a year old, and the oldest of more than ${longestActivity}`, () => {
    const old = kept({ at: now - activityLife - 1 });
    const many = Array.from({ length: longestActivity + 5 }, (_, at) =>
      kept({ at: now - 10_000 + at }),
    );
    const name = join(directory, journalName(ines));
    const full = [old, ...many.slice(0, longestActivity - 1)];
    writeFileSync(name, JSON.stringify({ version: 1, entries: full }));
    const journal = open();
    expect(journal.entries()).toHaveLength(longestActivity - 1);
    for (const entry of many.slice(longestActivity - 1)) journal.add(entry);
    expect(journal.entries()).toHaveLength(longestActivity);
    expect(journal.entries().at(-1)).toEqual(many.at(-1));
    expect(open().entries()).toHaveLength(longestActivity);
  });

  it('is empty once it has been cleared, and what comes later does not bring an entry back', () => {
    const journal = open();
    const entry = kept({ state: 'waiting' });
    journal.add(entry);
    journal.clear();
    expect(journal.replace({ ...entry, state: 'done' })).toBe(false);
    expect(open().entries()).toEqual([]);
  });

  it.each([
    ['cut off', '{"version":1,"entr'],
    ['of another version', '{"version":2,"entries":[]}'],
    [
      'with more than it may hold',
      JSON.stringify({ version: 1, entries: [{ ...kept(), pin: '1' }] }),
    ],
  ])('that is %s is put aside, and the person is told under which name', (_, text) => {
    writeFileSync(join(directory, journalName(ines)), text);
    expect(open().entries()).toEqual([]);
    const [aside = ''] = readdirSync(directory);
    expect(aside).toMatch(/\.damaged-\d+T\d+\.json$/u);
    expect(readFileSync(join(directory, aside), 'utf8')).toBe(text);
    expect(told.of('notice.raised')).toMatchObject([{ kind: 'activity-damaged', detail: aside }]);
  });

  it('that can’t be written holds until the app quits, and the person is told', () => {
    const journal = open(ines, () => {
      throw failure('disk-full');
    });
    journal.add(kept());
    expect(journal.entries()).toHaveLength(1);
    expect(told.of('notice.raised')).toMatchObject([{ kind: 'disk-full' }]);
  });

  it('is written when something is given and when it has ended, not at each step between', () => {
    const journal = open();
    const entry = kept({ action: 'force-check-in', count: 3, state: 'waiting', endedAt: null });
    journal.add(entry);
    const path = join(directory, journalName(ines));
    const before = readFileSync(path, 'utf8');
    journal.replace({ ...entry, done: 1 });
    expect(journal.entries()).toMatchObject([{ done: 1 }]);
    expect(readFileSync(path, 'utf8')).toBe(before);
    journal.replace({ ...entry, done: 3, state: 'done', endedAt: now });
    expect(open().entries()).toMatchObject([{ done: 3, state: 'done' }]);
  });

  it('does not let wait for ever what ended with the app', () => {
    open().add(kept({ action: 'add-certificate', state: 'waiting', endedAt: null }));
    expect(open().entries()).toMatchObject([{ state: 'unknown', endedAt: null }]);
  });
});
