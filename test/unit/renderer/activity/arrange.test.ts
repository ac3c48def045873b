import { describe, expect, it } from 'vitest';
import { byDay, find } from '../../../../renderer/activity/arrange.ts';
import { dayWords } from '../../../../renderer/activity/day-words.ts';
import { sampleEntry } from '../../../support/activity.ts';

const at = (day: number, hour = 12): number => new Date(2026, 10, day, hour).getTime();
const now = at(22, 13);

describe('the days of the log', () => {
  it('come newest first, and so does what was done on them', () => {
    const entries = [
      sampleEntry({ at: at(20) }),
      sampleEntry({ at: at(22, 9) }),
      sampleEntry({ at: at(22, 11) }),
    ];
    const days = byDay(find(entries, '', 'all').entries);
    expect(days.map(({ entries: own }) => own.map((entry) => entry.at))).toEqual([
      [at(22, 11), at(22, 9)],
      [at(20)],
    ]);
  });

  it('part at midnight, not after 24 hours', () => {
    const entries = [sampleEntry({ at: at(21, 23) }), sampleEntry({ at: at(22, 0) })];
    expect(byDay(find(entries, '', 'all').entries)).toHaveLength(2);
  });

  it.each([
    [22, 'Today', 'Sunday'],
    [21, 'Yesterday', 'Saturday'],
    [20, 'Friday', '20'],
    [1, '1', 'Sunday'],
  ])('are called as people call them: the %s is %s', (day, title, more) => {
    const words = dayWords(at(day), now);
    expect(words.title).toContain(title);
    expect(words.more).toContain(more);
  });

  it('of another year say which', () => {
    expect(dayWords(new Date(2025, 9, 9).getTime(), now).title).toContain('2025');
  });
});

describe('filter and search', () => {
  const entries = [
    sampleEntry({ action: 'sign-in', subjects: [] }),
    sampleEntry({ subjects: ['Pixel 10'] }),
    sampleEntry({ action: 'wipe', subjects: ['Berth 4 tablet'], state: 'waiting', endedAt: null }),
    sampleEntry({ action: 'delete-certificate', subjects: ['VPN Certificate'] }),
    sampleEntry({
      action: 'force-check-in',
      subjects: ['Pixel 10', 'Berth 4 tablet'],
      count: 2,
      state: 'failed',
      portalCode: 'NOT_NOW',
    }),
  ];
  const found = (query: string, filter: Parameters<typeof find>[2] = 'all'): number =>
    find(entries, query, filter).entries.length;

  it('count what each filter would show', () => {
    expect(find(entries, '', 'account').counts).toEqual({
      all: 5,
      devices: 3,
      certificates: 1,
      account: 1,
    });
    expect(found('', 'certificates')).toBe(1);
  });

  it('find what was done, on what, how it ended, and the portal’s own word', () => {
    expect(found('locked')).toBe(1);
    expect(found('berth')).toBe(2);
    expect(found('PIXEL check')).toBe(1);
    expect(found('waiting')).toBe(1);
    expect(found('not_now')).toBe(1);
    expect(found('<b>')).toBe(0);
    expect(found('submarine')).toBe(0);
  });
});
