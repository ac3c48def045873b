import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../../../main/pkcs12/checks/run.ts';
import { factsOf, verdict } from '../support/check-facts.ts';
import { now } from '../support/certificate-maker.ts';

const judge = (password: string) => verdict('password-strength', { password });

describe('the password of the file', () => {
  it('is fine when it is long and not a common one', () => {
    expect(judge('correct horse battery')).toBe('passed strong');
  });

  it('is told when it is one of the first that anyone tries', () => {
    const common = ['password', 'Secret2026!', 'changeit', 'aaaaaaaaaaaaaaaa'];
    expect(common.map(judge)).toEqual(common.map(() => 'warning common'));
  });

  it('is told when it is the address', () => {
    expect(judge('Ada@example.org')).toBe('warning address');
    expect(judge('ada')).toBe('warning address');
  });

  it('is told when it is short, or empty', () => {
    expect(judge('x7Kq-mm2')).toBe('warning short');
    expect(verdict('password-strength', { password: '', passwordUsed: 'empty' })).toBe(
      'warning empty',
    );
  });

  it('is not judged where none was needed', () => {
    expect(verdict('password-strength', { passwordUsed: 'none' })).toBeUndefined();
  });

  it('does not stand in any finding, nor does its length', () => {
    const password = 'Zq7-unusual-Wörd';
    const findings = runChecks(factsOf({ password }), {
      purpose: 'signing',
      email: 'ada@example.org',
      now,
      knownFingerprints: [],
    });
    expect(JSON.stringify(findings)).not.toContain('unusual');
    expect(findings.filter(({ found }) => found === String(password.length))).toEqual([]);
  });
});

describe('the letters of the password', () => {
  it('are fine within ASCII', () => {
    expect(verdict('password-characters')).toBe('passed ascii');
  });

  it('are worth a note beyond', () => {
    expect(verdict('password-characters', { password: 'Prüfung' })).toBe('info non-ascii');
  });
});
