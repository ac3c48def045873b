import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCrashMarks } from '../../../../main/diagnostics/crash-marks.ts';
import type { CrashMarks } from '../../../../main/diagnostics/crash-marks.ts';
import { logLine } from '../../../../main/log.ts';
import type { Log } from '../../../../main/log.ts';

let directory: string;
let lines: string[];
let raised: [string, string | undefined][];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'latchkey-crash-'));
  lines = [];
  raised = [];
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function start(): CrashMarks {
  const write: Log['info'] = (event, fields) => void lines.push(logLine(event, fields));
  const log: Log = { info: write, warn: write, error: write };
  const notices = { raise: (kind: string, detail?: string) => void raised.push([kind, detail]) };
  return openCrashMarks({ directory, now: () => 1_795_000_000_000, notices, log });
}

describe('a crash', () => {
  it('is not claimed at the first start, nor after an end as it should be', () => {
    start().ended();
    expect(start().last()).toBeNull();
    expect(raised).toEqual([]);
  });

  it('of the app is told at the next start, with the reference that stands in both runs of the log', () => {
    start();
    const reference = start().last()?.reference ?? '';
    expect(reference).toMatch(/^[0-9A-F]{8}$/u);
    expect(raised).toEqual([['app-stopped', reference]]);
    expect(lines.filter((line) => line.includes(reference))).toEqual([
      `run reference=${reference}`,
      `last run did not end reference=${reference}`,
    ]);
  });

  it('of the window is told at once and known after the next start', () => {
    const first = start();
    first.windowGone('crashed');
    const reference = first.last()?.reference;
    expect(raised).toEqual([['window-stopped', reference]]);
    expect(lines.at(-1)).toBe(`window gone where=crashed reference=${reference}`);
    first.ended();
    expect(start().last()).toMatchObject({ what: 'window', reference });
    expect(raised).toHaveLength(1);
  });

  it('that main lives through disturbs nobody, and is in the report', () => {
    const marks = start();
    marks.faulted('uncaught exception', new TypeError('the token is hunter2'));
    expect(raised).toEqual([]);
    expect(marks.last()?.what).toBe('fault');
    expect(lines.at(-1)).toContain('TypeError');
    expect(lines.join()).not.toContain('hunter2');
  });

  it.each(['', '{"version":1', '{"version":2,"running":null,"last":null}', '[]'])(
    'is not made of a mark that reads %j',
    (text) => {
      writeFileSync(join(directory, 'running.json'), text);
      expect(start().last()).toBeNull();
      expect(JSON.parse(readFileSync(join(directory, 'running.json'), 'utf8'))).toMatchObject({
        version: 1,
      });
    },
  );

  it('costs nothing where the mark can’t be written', () => {
    rmSync(directory, { recursive: true });
    const marks = start();
    marks.windowGone('oom');
    marks.ended();
    expect(lines.some((line) => line.startsWith('crash mark not written'))).toBe(true);
  });
});
