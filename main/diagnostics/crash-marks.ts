import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Notices } from '../notices.ts';

/** Something that stopped although it should not have. */
const crash = z.strictObject({
  what: z.enum(['app', 'window', 'fault']),
  /** Eight characters that stand in the log too. */
  reference: z.string().regex(/^[0-9A-F]{8}$/u),
  /** Epoch ms; for `app` when it had been started. */
  at: z.number().int(),
});
export type Crash = z.infer<typeof crash>;

const marks = z.strictObject({
  version: z.literal(1),
  /** Not null while the app runs: whoever finds it at start knows that the last run had no end. */
  running: z
    .strictObject({ reference: crash.shape.reference, startedAt: z.number().int() })
    .nullable(),
  last: crash.nullable(),
});
type Marks = z.infer<typeof marks>;

/** What is known of crashes, over starts. Nothing here throws. */
export type CrashMarks = {
  /** The newest crash; null when none is known. */
  last: () => Crash | null;
  /** The page's process is gone; `reason` as Electron names it. */
  windowGone: (reason: string) => void;
  /** Main has met an error that nobody caught, and goes on. */
  faulted: (event: string, cause: unknown) => void;
  /** The app ends as it should. */
  ended: () => void;
};

export type CrashOptions = {
  /** The profile folder, absolute. */
  directory: string;
  /** Epoch ms. */
  now: () => number;
  notices: Pick<Notices, 'raise'>;
  log: Log;
};

const newReference = (): string => randomBytes(4).toString('hex').toUpperCase();

/**
 * Leaves a mark while the app runs and takes it away when it ends. A mark that is found at start means that the last
 * run was killed or crashed: it gets a reference, which stands in the log, in the report and before the person.
 */
export function openCrashMarks({ directory, now, notices, log }: CrashOptions): CrashMarks {
  const path = join(directory, 'running.json');

  function read(): Marks | null {
    try {
      return marks.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return null;
    }
  }

  const before = read();
  let current: Marks = {
    version: 1,
    running: { reference: newReference(), startedAt: now() },
    last: before?.last ?? null,
  };

  function write(change: Partial<Marks>): void {
    current = { ...current, ...change };
    try {
      writeFileSync(`${path}.part`, JSON.stringify(current), { mode: 0o600 });
      renameSync(`${path}.part`, path);
    } catch (cause) {
      log.warn('crash mark not written', { cause });
    }
  }

  function happened(what: Crash['what'], reference: string, at: number): void {
    write({ last: { what, reference, at } });
    notices.raise(what === 'window' ? 'window-stopped' : 'app-stopped', reference);
  }

  const unended = before?.running ?? null;
  if (unended === null) write({});
  else {
    log.warn('last run did not end', { reference: unended.reference });
    happened('app', unended.reference, unended.startedAt);
  }
  log.info('run', { reference: current.running?.reference ?? '' });

  return {
    last: () => current.last,
    windowGone: (reason) => {
      const reference = newReference();
      log.error('window gone', { reference, where: reason });
      happened('window', reference, now());
    },
    faulted: (event, cause) => {
      const reference = newReference();
      log.error(event, { reference, cause });
      write({ last: { what: 'fault', reference, at: now() } });
    },
    ended: () => write({ running: null }),
  };
}
