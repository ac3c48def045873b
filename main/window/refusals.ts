import type { Log } from '../log.ts';

/**
 * Writes down what was refused to the page: the first of a kind, the tenth, the hundredth ... A page gone wild asks
 * thousands of times, and must not push everything else out of the log.
 *
 * @returns told what kind of thing was refused, never an address
 */
export function createRefusals(log: Pick<Log, 'warn'>): (what: string) => void {
  const counts = new Map<string, number>();
  return (what) => {
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    if (/^10*$/u.test(String(count))) log.warn('refused', { where: what, count });
  };
}
