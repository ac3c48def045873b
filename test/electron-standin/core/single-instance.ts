import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeCodec } from '../world/codec.ts';

/** What a second instance hands to the first. */
export type SecondInstance = { argv: string[]; cwd: string; data: unknown };

const codec = makeCodec();

/** The start time of a process in clock ticks, which tells it from a later one with the same id. */
function startTimeOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(mark: string): boolean {
  const [pid, startTime] = mark.split(' ');
  try {
    process.kill(Number(pid), 0);
  } catch {
    return false;
  }
  return startTime === 'unknown' || startTimeOf(Number(pid)) === startTime;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function isSecondInstance(value: unknown): value is SecondInstance {
  return typeof value === 'object' && value !== null && 'argv' in value && 'cwd' in value;
}

function takeLetters(letterbox: string, onSecond: (second: SecondInstance) => void): void {
  for (const name of readdirSync(letterbox).filter((entry) => entry.endsWith('.letter'))) {
    const letter = join(letterbox, name);
    const second = codec.decode(readFileSync(letter, 'utf8'));
    rmSync(letter);
    if (isSecondInstance(second)) onSecond(second);
  }
}

/**
 * Takes the lock in `folder` and returns how to give it back, or leaves a letter for the process that
 * holds it and returns undefined. A lock whose owner is dead (kill -9) counts as free.
 */
export function takeLock(
  folder: string,
  letter: SecondInstance,
  onSecond: (second: SecondInstance) => void,
): (() => void) | undefined {
  const lock = join(folder, 'standin.lock');
  const letterbox = join(folder, 'standin.letters');
  mkdirSync(letterbox, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid} ${startTimeOf(process.pid) ?? 'unknown'}`, {
        flag: 'wx',
      });
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    if (isAlive(readFileSync(lock, 'utf8'))) {
      const draft = join(letterbox, `${process.pid}.draft`);
      writeFileSync(draft, codec.encode(letter));
      renameSync(draft, join(letterbox, `${process.pid}.letter`));
      return undefined;
    }
    rmSync(lock, { force: true });
  }
  rmSync(letterbox, { recursive: true });
  mkdirSync(letterbox);
  const watcher = watch(letterbox, () => takeLetters(letterbox, onSecond));
  watcher.unref();
  const release = (): void => {
    watcher.close();
    rmSync(lock, { force: true });
  };
  process.once('exit', release);
  return release;
}
