import { describe, expect, it } from 'vitest';
import { cutText, visibleText } from '../../../../../main/pkcs12/x509/visible-text.ts';

describe('text from a file', () => {
  it('stays as it is when it shows what it holds', () => {
    expect(visibleText('Max – Büro € 株式会社 🏃')).toBe('Max – Büro € 株式会社 🏃');
  });

  it('shows controls, directional and invisible characters as codes', () => {
    expect(visibleText('a\u0000b\u202Ec\u200Bd\u0085e\uFEFF')).toBe(
      'a\\u0000b\\u202Ec\\u200Bd\\u0085e\\uFEFF',
    );
    expect(visibleText('tag\u{E0041}')).toBe('tag\\u{E0041}');
  });

  it('is cut where it is too long, and never within a character', () => {
    expect(visibleText('x'.repeat(10_000))).toBe(`${'x'.repeat(511)}…`);
    expect(cutText('ab🏃cd', 4)).toBe('ab…');
    expect(cutText('abcd', 4)).toBe('abcd');
    expect(visibleText('🏃'.repeat(400)).isWellFormed()).toBe(true);
  });

  it('makes something of half a surrogate pair', () => {
    expect(visibleText('a\uD83C')).toBe('a\uFFFD');
  });
});
