import { defineRule } from './rule.ts';
import type { Examinee } from './examined.ts';

const dayMs = 86_400_000;
const longestStrict = 825;
const longestLegacy = 1185;
/** 15 July 2025, after which no certificate of the legacy generation is issued. */
const legacyEnd = Date.UTC(2025, 6, 16);

/** S/MIME BR 7.1.6.1: mailbox, organisation, sponsor or individual validated; legacy, multipurpose or strict. */
const policyPattern = /^2\.23\.140\.1\.5\.[1-4]\.([123])$/u;

/** How long the certificate is valid in all, against the limits for public authorities. */
export const lifetime = defineRule({
  id: 'lifetime',
  source: 'CA/B S/MIME BR 6.3.2',
  variants: { fine: 'passed', long: 'warning', 'legacy-policy': 'warning' },
  find: ({ person }) => {
    if (person === null) return null;
    const { notBefore, notAfter } = person.shown;
    // Both ends are inclusive, to the second.
    const days = Math.ceil((notAfter - notBefore + 1000) / dayMs - 1e-9);
    const generation = generationOf(person);
    const limit = generation === 'strict' ? longestStrict : longestLegacy;
    const found = String(days);
    const params = { days, limit };
    if (days > limit + 1) return { variant: 'long', found, params };
    const isLate = generation === 'legacy' && notBefore >= legacyEnd;
    return { variant: isLate ? 'legacy-policy' : 'fine', found, params };
  },
});

/** A private authority is bound by none of them; the longer limit is the one to warn at. */
function generationOf({ shown }: Examinee): 'strict' | 'legacy' | 'private' {
  const generations = shown.policies.map((policy) => policyPattern.exec(policy)?.[1]);
  if (generations.some((digit) => digit === '2' || digit === '3')) return 'strict';
  return generations.includes('1') ? 'legacy' : 'private';
}
