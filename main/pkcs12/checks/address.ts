import { domainToASCII } from 'node:url';
import { alternativeEmails, subjectEmails } from '../x509/describe.ts';
import { defineRule } from './rule.ts';

/** One of the certificate's addresses is the account's: mail apps find the certificate by it. */
export const address = defineRule({
  id: 'address',
  source: 'RFC 8550 3',
  variants: {
    matches: 'passed',
    'subject-only': 'warning',
    none: 'warning',
    mismatch: 'error',
    'mismatch-look': 'warning',
  },
  find: ({ person }, { email, purpose }) => {
    if (person === null) return null;
    const alternative = alternativeEmails(person.read);
    const inSubject = subjectEmails(person.read);
    const all = [...new Set([...alternative, ...inSubject])];
    const found = all.length === 0 ? '-' : all.join(', ');
    if (all.length === 0) return { variant: 'none', found };
    if (email === null) return null;
    const params = { addresses: found, email };
    const isAccounts = (candidate: string): boolean => sameAddress(candidate, email);
    if (alternative.some(isAccounts)) return { variant: 'matches', found, params };
    // RFC 8550 3: the subject counts only where the subjectAltName names no address.
    if (inSubject.some(isAccounts)) return { variant: 'subject-only', found, params };
    return { variant: purpose === 'look' ? 'mismatch-look' : 'mismatch', found, params };
  },
});

/**
 * Whether two e-mail addresses are the same: letter case does not count, an international domain may be
 * written in letters or in its ASCII form (RFC 8398 5), and a final dot of the domain does not count.
 */
export function sameAddress(left: string, right: string): boolean {
  return comparable(left) === comparable(right);
}

function comparable(text: string): string {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 0) return trimmed.toLowerCase();
  const domain = trimmed.slice(at + 1).replace(/\.$/u, '');
  const ascii = domainToASCII(domain) || domain.toLowerCase();
  return `${trimmed.slice(0, at).normalize('NFC').toLowerCase()}@${ascii}`;
}
