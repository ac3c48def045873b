import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateState } from '../../../../renderer/certificates/certificate-state.ts';
import { spans, timeAxis } from '../../../../renderer/certificates/time-axis.ts';
import { now, sampleCertificate } from './sample.ts';

const at = (year: number, month = 0, date = 1): number => new Date(year, month, date).getTime();

describe('the common time axis', () => {
  it('runs over whole years from the first certificate to the last', () => {
    const axis = timeAxis(
      [
        { notBefore: at(2021, 0, 14), expiresAt: at(2023, 0, 13) },
        { notBefore: at(2026, 11, 1), expiresAt: at(2028, 11, 1) },
      ],
      now,
    );
    expect(axis.years.filter((year) => year.labelled).map((year) => year.year)).toEqual([
      2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028,
    ]);
    expect(axis.years.at(-1)?.at).toBe(1);
    expect(axis.today).toBeCloseTo(0.736, 2);
  });

  it('has four years even when there is nothing to show', () => {
    const axis = timeAxis([], now);
    expect(axis.years.filter((year) => year.labelled)).toHaveLength(4);
    expect(axis.today).toBeGreaterThan(0);
    expect(axis.today).toBeLessThan(1);
  });

  it('is not stretched by a root that lasts until 2099', () => {
    const axis = timeAxis([{ notBefore: at(1999), expiresAt: at(2099) }], now);
    expect(axis.from).toBe(at(2020));
    expect(axis.to).toBe(at(2033));
    expect(axis.years.filter((year) => year.labelled).length).toBeLessThanOrEqual(9);
  });

  it('keeps every bar on the scale, whatever the dates', () => {
    const moment = fc.integer({ min: at(1950), max: at(2200) });
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, moment), { maxLength: 8 }), (pairs) => {
        const certificates = pairs.map(([a, b]) =>
          sampleCertificate({ notBefore: Math.min(a, b), expiresAt: Math.max(a, b) }),
        );
        const axis = timeAxis(certificates, now);
        for (const certificate of certificates) {
          for (const span of spans(certificate, certificateState(certificate, now), axis)) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start + span.width).toBeLessThanOrEqual(1 + 1e-9);
            expect(span.width).toBeGreaterThan(0);
          }
        }
      }),
    );
  });
});

describe('the bar of one certificate', () => {
  it('shows what is left of one that ends soon as a piece of its own, from today on', () => {
    const certificate = sampleCertificate({
      notBefore: at(2024, 11, 8),
      expiresAt: at(2026, 11, 8),
    });
    const axis = timeAxis([certificate], now);
    const pieces = spans(certificate, certificateState(certificate, now), axis);
    expect(pieces.map((piece) => piece.kind)).toEqual(['run', 'left']);
    expect(pieces[1]?.start).toBe(axis.today);
  });

  it('is hollow when the key is gone and striped before its first day', () => {
    const axis = timeAxis([], now);
    const cleared = sampleCertificate({ hasPrivateKey: false });
    expect(spans(cleared, certificateState(cleared, now), axis)[0]?.kind).toBe('cleared');
    const early = sampleCertificate({ notBefore: at(2026, 11, 1) });
    expect(spans(early, certificateState(early, now), axis)[0]?.kind).toBe('soon');
  });
});
