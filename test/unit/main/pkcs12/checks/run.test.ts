import { describe, expect, it } from 'vitest';
import { rules, runChecks } from '../../../../../main/pkcs12/checks/run.ts';
import { check as checkSchema } from '../../../../../preload/contract/inspection.ts';
import english from '../../../../../assets/text/en/checks.json' with { type: 'json' };
import { authority, factsOf, mailCertificate } from '../support/check-facts.ts';
import { now } from '../support/certificate-maker.ts';

const words = new Set(Object.keys(english));
const context = {
  purpose: 'signing' as const,
  email: 'ada@example.org',
  now,
  knownFingerprints: [],
};

describe('the checks', () => {
  it('find nothing to complain about in a sound file', () => {
    const facts = factsOf({ certificates: [mailCertificate(), authority()] });
    const findings = runChecks(facts, context);
    const loud = findings.filter(({ level }) => level === 'error' || level === 'warning');
    expect(loud).toEqual([]);
    expect(findings.length).toBeGreaterThan(25);
  });

  it('come in a fixed order, each at most once, and fit the contract', () => {
    const order = rules.map(({ id }) => id);
    const findings = runChecks(factsOf({}), context);
    const places = findings.map(({ id }) => order.indexOf(id));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(new Set(order).size).toBe(order.length);
    for (const finding of findings) expect(checkSchema.parse(finding)).toEqual(finding);
  });

  it('say what was found, why it matters and what to do, for every way in which one can end', () => {
    const missing = rules.flatMap(({ id, variants }) =>
      Object.entries(variants).flatMap(([variant, level]) => {
        const parts = {
          passed: ['found'],
          info: ['found', 'why'],
          warning: ['found', 'why', 'todo'],
          error: ['found', 'why', 'todo'],
        }[level];
        return parts.map((part) => `checks.${id}.${variant}.${part}`);
      }),
    );
    expect(missing.filter((key) => !words.has(key))).toEqual([]);
    const known = new Set(missing);
    expect([...words].filter((key) => !known.has(key))).toEqual([]);
  });

  it('never block an upload for what only concerns looking', () => {
    const facts = factsOf({ certificates: [mailCertificate({ extensions: [] })], keys: [] });
    const findings = runChecks(facts, { ...context, purpose: 'look', email: 'bob@example.org' });
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('go through a file without any certificate', () => {
    const findings = runChecks(factsOf({ certificates: [], keys: [] }), context);
    expect(findings.filter(({ level }) => level === 'error').map(({ id }) => id)).toEqual([
      'private-key',
      'certificate',
    ]);
  });
});
