import { open } from 'node:fs/promises';

/** Enough for some 500 lines, bytes. */
const mostBytes = 65_536;

/**
 * The last whole lines of a log.
 *
 * @param path absolute
 * @param count how many lines at most
 * @returns none when there is no log to be read
 */
export async function lastLines(path: string, count: number): Promise<string[]> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return [];
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - mostBytes);
    const bytes = Buffer.alloc(size - from);
    await file.read(bytes, 0, bytes.length, from);
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    // Where the reading began in the middle of the file, its first line is half a line.
    return (from > 0 ? lines.slice(1) : lines).slice(-count);
  } catch {
    return [];
  } finally {
    await file.close();
  }
}
