import { describe, expect, it } from 'vitest';
import { judgeLength, judgeRepeat } from '../../../../renderer/inspect/new-password.ts';

describe('a new password', () => {
  it.each([
    ['', 0, 'empty'],
    ['1234567', 7, 'short'],
    ['12345678', 8, 'fair'],
    ['12345678901', 11, 'fair'],
    ['123456789012', 12, 'long'],
    ['🔑🔑🔑🔑🔑🔑🔑', 7, 'short'],
  ])('%j has its length, and a word for it', (password, count, verdict) => {
    expect(judgeLength(password)).toEqual({ count, verdict });
  });

  it.each([
    ['river', '', 'empty'],
    ['river', 'riv', 'partial'],
    ['river', 'river', 'same'],
    ['river', 'rivers', 'different'],
    ['river', 'River', 'different'],
    ['', 'river', 'different'],
  ])('%j, then %j', (password, repeat, verdict) => {
    expect(judgeRepeat(password, repeat)).toBe(verdict);
  });
});
