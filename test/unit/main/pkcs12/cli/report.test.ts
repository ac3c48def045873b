import { describe, expect, it } from 'vitest';
import { failureSentences } from '../../../../../main/pkcs12/cli/sentences.ts';
import { report } from '../../../../../main/pkcs12/cli/report.ts';
import { wrap } from '../../../../../main/pkcs12/cli/wrap.ts';
import { fileFormat, inspectionFailureKind } from '../../../../../preload/contract/inspection.ts';
import { runChecks } from '../../../../../main/pkcs12/checks/run.ts';
import { authority, factsOf, mailCertificate } from '../support/check-facts.ts';
import { inDays, now } from '../support/certificate-maker.ts';
import type { Outcome } from '../../../../../main/pkcs12/cli/look.ts';
import type { FileWish } from '../support/check-facts.ts';

function opened(wish: FileWish): Outcome {
  const facts = factsOf(wish);
  const context = { purpose: 'signing' as const, email: null, now, knownFingerprints: [] };
  const inspection = { ...facts.inspection, checks: runChecks(facts, context) };
  const fields = {
    certs: [],
    keys: 0,
    keyAlgs: [],
    keyCertMatches: [],
    macAlg: null,
    macIterations: null,
    encAlgs: [],
    iterations: [],
    friendlyNames: [],
  };
  return { file: 'ada.p12', kind: 'opened', inspection, fields };
}

const paper = { width: 60, colour: false, now };

describe('the report for a person', () => {
  it('shows the chain as steps, and names who is missing', () => {
    const own = mailCertificate();
    expect(report(opened({ certificates: [own, authority()] }), paper)).toContain('└─ Root  until');
    expect(report(opened({ certificates: [own] }), paper)).toContain('└─ Root  not in the file');
  });

  it('stays within the width of the terminal', () => {
    const text = report(opened({ certificates: [mailCertificate({ to: inDays(3) })] }), paper);
    const prose = text.split('\n').filter((line) => line.startsWith('    '));
    expect(prose.length).toBeGreaterThan(5);
    expect(prose.filter((line) => line.length > 60)).toEqual([]);
  });

  it('is coloured on a terminal alone', () => {
    const outcome = opened({});
    expect(report(outcome, { ...paper, colour: true })).toContain('\u001B[');
    expect(report(outcome, paper)).not.toContain('\u001B[');
  });

  it('does not let a name from a file steer the terminal', () => {
    const certificates = [mailCertificate({ subject: 'a\u001B[31mred\u0007' })];
    expect(report(opened({ certificates }), paper)).not.toContain('\u001B');
  });

  it('copes with a file without certificate and key', () => {
    const text = report(opened({ certificates: [], keys: [] }), paper);
    expect(text).toContain('The file holds no certificate.');
    expect(text).toContain('no private key');
  });
});

describe('the sentences for a file that does not open', () => {
  it('are there for every kind of failure and every format', () => {
    const missing = inspectionFailureKind.options.flatMap((kind) =>
      fileFormat.options.filter((format) => {
        const failure = { kind, format, detail: '1' };
        const { title, todo } = failureSentences({ file: 'a', kind: 'failed', failure });
        return (
          title === '' || todo === '' || title.includes('inspection.') || /[{}]/u.test(title + todo)
        );
      }),
    );
    expect(missing).toEqual([]);
  });

  it('name the algorithm, and say that the password may be right', () => {
    const failure = {
      kind: 'unsupported-algorithm' as const,
      format: 'pkcs12' as const,
      detail: 'Camellia-256-CBC',
    };
    const { title, todo } = failureSentences({ file: 'a', kind: 'failed', failure });
    expect(title).toContain('Camellia-256-CBC');
    expect(todo).toContain('The password may be right.');
  });
});

describe('breaking lines', () => {
  it('keeps every word', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('incomprehensibilities a', 5)).toEqual(['incomprehensibilities', 'a']);
    expect(wrap('', 5)).toEqual([]);
  });
});
