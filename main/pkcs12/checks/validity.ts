import { calendarDaysBetween } from '../calendar-days.ts';
import { isoTime } from '../x509/iso-time.ts';
import { nameOf } from './examined.ts';
import { defineRule } from './rule.ts';
import type { Examinee } from './examined.ts';

/** As on the page, where a certificate asks for its successor from then on. */
const soonDays = 30;

/** Today lies between the first and the last day. Old mail can still be opened with an expired certificate. */
export const validity = defineRule({
  id: 'validity',
  source: 'RFC 5280 4.1.2.5',
  variants: {
    valid: 'passed',
    'ends-soon-signing': 'warning',
    'ends-soon-encryption': 'warning',
    'ends-soon-look': 'warning',
    'expired-signing': 'error',
    'expired-encryption': 'warning',
    'expired-look': 'warning',
    'not-yet': 'error',
  },
  find: ({ leaf }, { now, purpose }) => {
    if (leaf === null) return null;
    const { notBefore, notAfter } = leaf.shown;
    const found = `${isoTime(notBefore)} - ${isoTime(notAfter)}`;
    const params = {
      notBefore,
      notAfter,
      days: calendarDaysBetween(now, now < notBefore ? notBefore : notAfter),
    };
    if (now < notBefore) return { variant: 'not-yet', found, params };
    if (now > notAfter) return { variant: `expired-${purpose}`, found, params };
    const endsSoon = params.days <= soonDays;
    return { variant: endsSoon ? `ends-soon-${purpose}` : 'valid', found, params };
  },
});

/** Every issuer in the file is valid now. */
export const chainValidity = defineRule({
  id: 'chain-validity',
  source: 'RFC 5280 6.1.3',
  variants: { valid: 'passed', expired: 'warning', 'not-yet': 'warning', shorter: 'warning' },
  find: ({ chain }, { now }) => {
    const [leaf, ...issuers] = chain;
    if (leaf === undefined || issuers.length === 0) return null;
    const { expired, early, shorter } = faultsOf(leaf, issuers, now);
    if (expired !== undefined) return { variant: 'expired', ...namedDates(expired) };
    if (early !== undefined) return { variant: 'not-yet', ...namedDates(early) };
    if (shorter !== undefined) return { variant: 'shorter', ...namedDates(shorter) };
    return { variant: 'valid', found: issuers.map(nameOf).join(', ') };
  },
});

function faultsOf(
  leaf: Examinee,
  issuers: readonly Examinee[],
  now: number,
): Partial<Record<'expired' | 'early' | 'shorter', Examinee>> {
  const expired = issuers.find(({ shown }) => now > shown.notAfter);
  const early = issuers.find(({ shown }) => now < shown.notBefore);
  const shorter = issuers.find(({ shown }) => shown.notAfter < leaf.shown.notAfter);
  return {
    ...(expired === undefined ? {} : { expired }),
    ...(early === undefined ? {} : { early }),
    // Past its own end, it no longer matters that the issuer ends before.
    ...(shorter === undefined || now > leaf.shown.notAfter ? {} : { shorter }),
  };
}

function namedDates(examinee: Examinee): {
  found: string;
  params: { name: string; notBefore: number; notAfter: number };
} {
  const { notBefore, notAfter } = examinee.shown;
  const name = nameOf(examinee);
  return {
    found: `${name}: ${isoTime(notBefore)} - ${isoTime(notAfter)}`,
    params: { name, notBefore, notAfter },
  };
}
