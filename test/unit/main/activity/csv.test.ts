import { describe, expect, it } from 'vitest';
import { activityCsv, csvCell, isoWithOffset } from '../../../../main/activity/csv.ts';
import { activityEntry } from '../../../../preload/contract/activity.ts';
import { parseCsv } from '../../../support/csv.ts';
import { sampleEntry } from '../../../support/activity.ts';

describe('the log as CSV', () => {
  it('is a table that comes back cell by cell, whatever stands in a name', () => {
    const awkward = ['Anna’s "old" iPhone, blue', 'two\r\nlines', '日本語', ' space ', ''];
    const entries = awkward.map((name) => sampleEntry({ subjects: [name] }));
    const written = activityCsv(entries);
    expect(written.startsWith('\uFEFF')).toBe(true);
    const [header, ...rows] = parseCsv(written.slice(1));
    expect(header?.slice(0, 2)).toEqual(['Time', 'Action']);
    expect(rows.map((cells) => cells[2])).toEqual(awkward);
    expect(rows.every((cells) => cells.length === header?.length)).toBe(true);
  });

  it('ends every line with CR LF, the last one too', () => {
    const written = activityCsv([sampleEntry()]);
    expect(written.match(/\r\n/gu)).toHaveLength(2);
    expect(written.endsWith('\r\n')).toBe(true);
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'lets no spreadsheet calculate %j',
    (name) => {
      expect(csvCell(name)).toMatch(/^"?'/u);
      const [, row] = parseCsv(activityCsv([sampleEntry({ subjects: [name] })]).slice(1));
      expect(row?.[2]).toBe(`'${name}`);
    },
  );

  it('has times that say where on the clock they were', () => {
    const at = Date.UTC(2026, 10, 22, 12, 4, 9, 500);
    const written = isoWithOffset(at);
    expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/u);
    expect(Date.parse(written)).toBe(at - 500);
  });

  it('says in words what was done and how it ended, and in codes why', () => {
    const failed = sampleEntry({
      action: 'wipe',
      state: 'failed',
      error: { code: 'forbidden', reason: 'WipeDisabledByPolicy', reference: '7F3A' },
    });
    const [, row] = parseCsv(activityCsv([failed]).slice(1));
    expect(row?.slice(1)).toMatchObject({ 0: 'Wipe', 3: 'Failed' });
    expect(row?.slice(-2)).toEqual(['forbidden WipeDisabledByPolicy', '7F3A']);
  });

  it('has words for everything that can stand in the log', () => {
    const { action, state } = activityEntry.shape;
    const entries = [
      ...action.options.map((one) => sampleEntry({ action: one })),
      ...state.options.map((one) => sampleEntry({ state: one })),
    ];
    const written = activityCsv(entries);
    expect(written).not.toMatch(/undefined|system\./u);
    expect(parseCsv(written.slice(1))).toHaveLength(1 + entries.length);
  });
});
