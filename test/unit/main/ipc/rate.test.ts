import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../../main/ipc/rate.ts';

describe('the allowance of calls', () => {
  it('lets a burst through and then as many as come back each second', () => {
    let time = 0;
    const take = createRateLimit(30, 60, () => time);
    const takeMany = (n: number): number => Array.from({ length: n }, take).filter(Boolean).length;
    expect(takeMany(1000)).toBe(60);
    time += 1000;
    expect(takeMany(1000)).toBe(30);
    time += 3_600_000;
    expect(takeMany(1000)).toBe(60);
  });
});
