import { describe, expect, it } from 'vitest';
import english from '../../../../../assets/text/en/checks.json' with { type: 'json' };
import { findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { basicConstraints, inDays, makeCertificate } from '../support/certificate-maker.ts';

const until = (to: string, from = inDays(-400)) => ({
  certificates: [mailCertificate({ from, to })],
});

describe('the validity', () => {
  it('is fine for longer than a month, with the days left', () => {
    expect(findingOf('validity', until(inDays(31)))).toMatchObject({
      level: 'passed',
      variant: 'valid',
      params: { days: 31 },
    });
  });

  it('is a warning in its last 30 days, in words for its purpose', () => {
    expect(verdict('validity', until(inDays(30)))).toBe('warning ends-soon-signing');
    for (const purpose of ['encryption', 'look'] as const) {
      expect(verdict('validity', until(inDays(30)), { purpose })).toBe(
        `warning ends-soon-${purpose}`,
      );
    }
    expect(english['checks.validity.ends-soon-encryption.why']).not.toContain('sign');
  });

  it('counts the days by the calendar, as the page does', () => {
    const noon = new Date(2026, 10, 22, 12).getTime();
    const daysLeft = (...end: [month: number, day: number, hour: number]): unknown => {
      const to = new Date(2026, ...end).toISOString();
      return findingOf('validity', until(to), { now: noon })?.params['days'];
    };
    expect([daysLeft(10, 22, 23), daysLeft(10, 23, 1), daysLeft(11, 2, 1)]).toEqual([0, 1, 10]);
  });

  it('blocks the upload of an expired certificate for signing', () => {
    expect(verdict('validity', until(inDays(-1)))).toBe('error expired-signing');
  });

  it('lets an expired certificate for encryption pass with a warning, since old mail needs it', () => {
    expect(verdict('validity', until(inDays(-1)), { purpose: 'encryption' })).toBe(
      'warning expired-encryption',
    );
    expect(verdict('validity', until(inDays(-1)), { purpose: 'look' })).toBe(
      'warning expired-look',
    );
  });

  it('blocks the upload of a certificate that has not begun', () => {
    expect(verdict('validity', until(inDays(9), inDays(2)))).toBe('error not-yet');
  });
});

describe('the validity of the chain', () => {
  function under(from: string, to: string, ownEnd = inDays(100)) {
    const issuer = makeCertificate({
      subject: 'Issuer',
      from,
      to,
      extensions: [basicConstraints(true)],
    });
    return { certificates: [mailCertificate({ issuer, to: ownEnd }), issuer] };
  }

  it('is fine when every issuer outlasts the certificate', () => {
    expect(verdict('chain-validity', under(inDays(-500), inDays(500)))).toBe('passed valid');
  });

  it('is told when an issuer has expired', () => {
    const finding = findingOf('chain-validity', under(inDays(-500), inDays(-5)));
    expect(finding).toMatchObject({ variant: 'expired', params: { name: 'Issuer' } });
  });

  it('is told when an issuer has not begun', () => {
    expect(verdict('chain-validity', under(inDays(5), inDays(500)))).toBe('warning not-yet');
  });

  it('is told when an issuer ends before the certificate does', () => {
    expect(verdict('chain-validity', under(inDays(-500), inDays(50)))).toBe('warning shorter');
  });

  it('is not asked of a certificate that stands alone', () => {
    expect(verdict('chain-validity', until(inDays(40)))).toBeUndefined();
  });
});
