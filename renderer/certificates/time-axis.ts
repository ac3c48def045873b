import type { Certificate } from '../../preload/contract/certificates.ts';
import type { CertificateState } from './certificate-state.ts';

/** The scale that all certificates share. Places are parts of its length, from 0 to 1. */
export type TimeAxis = {
  /** First and last moment, epoch ms; both at the turn of a year. */
  from: number;
  to: number;
  years: readonly { year: number; at: number; labelled: boolean }[];
  today: number;
};

/** One piece of a certificate's bar: `run` solid, `left` what remains of one that ends soon. */
export type Span = {
  kind: 'run' | 'left' | 'soon' | 'old' | 'cleared';
  start: number;
  width: number;
};

/** A root that lasts until 2099 would press everybody else into one pixel: no more than this on either side of today. */
const yearsAroundToday = 6;
const leastYears = 4;
const mostLabels = 9;
/** What is shorter than this would not be seen. */
const leastWidth = 0.004;

/**
 * A scale of whole years that holds every certificate and `now` (epoch ms), at least four years and at most
 * six on either side of this year.
 */
export function timeAxis(
  certificates: readonly Pick<Certificate, 'notBefore' | 'expiresAt'>[],
  now: number,
): TimeAxis {
  const thisYear = new Date(now).getFullYear();
  let first = thisYear;
  let last = thisYear;
  for (const { notBefore, expiresAt } of certificates) {
    first = Math.min(first, new Date(notBefore).getFullYear());
    last = Math.max(last, new Date(expiresAt).getFullYear());
  }
  first = Math.max(first, thisYear - yearsAroundToday);
  last = Math.min(last, thisYear + yearsAroundToday);
  while (last - first + 1 < leastYears) {
    if (last - thisYear <= thisYear - first) last += 1;
    else first -= 1;
  }
  const from = turnOf(first);
  const to = turnOf(last + 1);
  const count = last - first + 1;
  const step = Math.ceil(count / mostLabels);
  const years = Array.from({ length: count + 1 }, (_, index) => ({
    year: first + index,
    at: (turnOf(first + index) - from) / (to - from),
    labelled: index < count && index % step === 0,
  }));
  return { from, to, years, today: (now - from) / (to - from) };
}

const drawnAs: Record<CertificateState['kind'], Span['kind']> = {
  valid: 'run',
  'not-yet-valid': 'soon',
  expiring: 'run',
  'key-deleting': 'run',
  'key-cleared': 'cleared',
  expired: 'old',
  'expired-key-kept': 'old',
};

/** The pieces of one certificate's bar on the common scale, cut off where the scale ends. */
export function spans(
  certificate: Pick<Certificate, 'notBefore' | 'expiresAt'>,
  state: CertificateState,
  axis: TimeAxis,
): Span[] {
  const start = place(certificate.notBefore, axis);
  const end = place(certificate.expiresAt, axis);
  const piece = (kind: Span['kind'], from: number, to: number): Span => {
    const width = Math.max(to - from, leastWidth);
    return { kind, start: Math.min(from, 1 - width), width };
  };
  if (state.kind === 'expiring') {
    return [piece('run', start, axis.today), piece('left', axis.today, end)];
  }
  return [piece(drawnAs[state.kind], start, end)];
}

function place(at: number, axis: TimeAxis): number {
  return Math.min(1, Math.max(0, (at - axis.from) / (axis.to - axis.from)));
}

function turnOf(year: number): number {
  return new Date(year, 0, 1).getTime();
}
