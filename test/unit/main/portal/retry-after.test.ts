import { describe, expect, it } from 'vitest';
import { longestWait, readRetryAfter } from '../../../../main/portal/retry-after.ts';

const now = Date.UTC(2026, 10, 22, 10, 0, 0);

describe('Retry-After', () => {
  it.each([
    ['30', 30_000],
    ['0', 0],
    ['-5', 0],
    ['1.5', 1_500],
    [new Date(now + 60_000).toUTCString(), 60_000],
    [new Date(now - 60_000).toUTCString(), 0],
    [undefined, 30_000],
    ['', 30_000],
    ['soon', 30_000],
    ['315360000', longestWait],
    [new Date(now + 10 * 365 * 86_400_000).toUTCString(), longestWait],
    ['1e400', 30_000],
  ])('%s', (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });
});
