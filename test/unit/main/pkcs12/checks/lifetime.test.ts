import { describe, expect, it } from 'vitest';
import { findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { policies } from '../support/certificate-maker.ts';

const dayMs = 86_400_000;
const [legacy, strict] = ['2.23.140.1.5.1.1', '2.23.140.1.5.2.3'];

function lasting(days: number, policy?: string, from = '2024-06-01T00:00:00Z') {
  const to = new Date(Date.parse(from) + days * dayMs - 1000).toISOString();
  const extensions = policy === undefined ? [] : [policies(policy)];
  return { certificates: [mailCertificate({ from, to, extensions })] };
}

describe('the time for which it is issued', () => {
  it('is fine up to 825 days under a strict policy, and up to 1185 otherwise', () => {
    expect(verdict('lifetime', lasting(825, strict))).toBe('passed fine');
    expect(verdict('lifetime', lasting(1185, legacy))).toBe('passed fine');
    expect(verdict('lifetime', lasting(1185))).toBe('passed fine');
  });

  it('is told when it is longer', () => {
    expect(findingOf('lifetime', lasting(827, strict))).toMatchObject({
      level: 'warning',
      variant: 'long',
      params: { days: 827, limit: 825 },
    });
    expect(verdict('lifetime', lasting(3650))).toBe('warning long');
  });

  it('is told when it follows the legacy rules after their end', () => {
    expect(verdict('lifetime', lasting(365, legacy, '2025-09-01T00:00:00Z'))).toBe(
      'warning legacy-policy',
    );
  });
});
