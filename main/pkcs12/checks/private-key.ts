import { nameOf } from './examined.ts';
import { describeKey } from './key-match.ts';
import { defineRule } from './rule.ts';
import type { InspectedKey } from '../../../preload/contract/inspection.ts';
import type { Examined } from './examined.ts';

/** A certificate without its key can't sign and can't open mail. */
export const privateKey = defineRule({
  id: 'private-key',
  source: 'RFC 7292 4.2.1',
  variants: { one: 'passed', none: 'error', 'none-look': 'info', several: 'warning' },
  find: (facts, { purpose }) => {
    const { keys } = facts.inspection;
    const found = String(keys.length);
    if (keys.length === 0) return { variant: purpose === 'look' ? 'none-look' : 'none', found };
    if (keys.length === 1) return { variant: 'one', found };
    const pairs = keys.map((key) => pairText(facts, key)).join('; ');
    return { variant: 'several', found: pairs, params: { count: keys.length, pairs } };
  },
});

/** A file to upload holds a certificate. */
export const certificate = defineRule({
  id: 'certificate',
  source: 'RFC 7292 4.2.3',
  variants: { present: 'passed', none: 'error' },
  find: ({ inspection: { certificates } }) => {
    const found = String(certificates.length);
    if (certificates.length === 0) return { variant: 'none', found };
    return { variant: 'present', found, params: { count: certificates.length } };
  },
});

/** One key with several certificates: a renewed one, and those before it. The one that is valid now counts. */
export const renewedPair = defineRule({
  id: 'renewed-pair',
  source: 'RFC 7292 4.2',
  variants: { single: 'passed', renewed: 'warning' },
  find: (facts) => {
    const { keys } = facts.inspection;
    if (keys.length === 0 || facts.leaf === null) return null;
    const most = Math.max(...keys.map((key) => distinctCertificates(facts, key.fits ?? [])));
    if (most === 0) return null;
    if (most === 1) return { variant: 'single', found: '1' };
    const { notAfter } = facts.leaf.shown;
    return { variant: 'renewed', found: String(most), params: { count: most, notAfter } };
  },
});

/** `RSA 2048: Ada Lovelace`: a key, and whose certificates it fits. */
function pairText({ certificates }: Examined, key: InspectedKey): string {
  const names = (key.fits ?? []).flatMap((index) => {
    const fitting = certificates[index];
    return fitting === undefined ? [] : [nameOf(fitting)];
  });
  return `${describeKey(key)}: ${[...new Set(names)].join(', ') || '-'}`;
}

function distinctCertificates({ inspection }: Examined, indices: readonly number[]): number {
  const prints = indices.map((index) => inspection.certificates[index]?.fingerprints.sha256);
  return new Set(prints).size;
}
