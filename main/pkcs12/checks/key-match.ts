import { defineRule } from './rule.ts';
import type { InspectedKey } from '../../../preload/contract/inspection.ts';
import type { Examined } from './examined.ts';

/** Key and certificate belong together when their public keys are equal, whatever the file says about it. */
export const keyMatch = defineRule({
  id: 'key-match',
  source: 'RFC 7292 4.2',
  variants: {
    fits: 'passed',
    'fits-none': 'error',
    'not-checked': 'warning',
    'local-key-id': 'warning',
  },
  find: (facts) => {
    const { keys, certificates } = facts.inspection;
    if (keys.length === 0 || certificates.length === 0) return null;
    const found = keys.map(describeKey).join(', ');
    const params = { key: found };
    if (keys.some((key) => (key.fits ?? []).length > 0)) {
      const isMislabelled = keys.some((key) => contradictsLocalKeyId(facts, key));
      return { variant: isMislabelled ? 'local-key-id' : 'fits', found, params };
    }
    const isUnchecked = keys.some((key) => key.fits === null);
    return { variant: isUnchecked ? 'not-checked' : 'fits-none', found, params };
  },
});

/** `RSA 2048`, `EC prime256v1`, `Ed25519` */
export function describeKey({
  algorithm,
  bits,
  curve,
}: Pick<InspectedKey, 'algorithm' | 'bits' | 'curve'>): string {
  return [algorithm, curve ?? bits].filter((part) => part !== null).join(' ');
}

/** Whether the file's own label (localKeyID) ties the key to a certificate that it does not fit. */
function contradictsLocalKeyId({ inspection }: Examined, key: InspectedKey): boolean {
  if (key.localKeyId === null || key.fits === null) return false;
  const { fits, localKeyId } = key;
  const labelled = inspection.certificates.filter(
    (candidate) => candidate.localKeyId === localKeyId,
  );
  return labelled.length > 0 && !labelled.some(({ index }) => fits.includes(index));
}
