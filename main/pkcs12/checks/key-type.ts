import { describeKey } from './key-match.ts';
import { defineRule } from './rule.ts';

/** RSA of 2048 to 4096 bits. */
export const rsaSize = defineRule({
  id: 'rsa-size',
  source: 'RFC 8550 4.3',
  variants: { fine: 'passed', tiny: 'error', small: 'warning', odd: 'warning', large: 'info' },
  find: ({ leaf }) => {
    if (leaf === null || !leaf.shown.publicKey.algorithm.startsWith('RSA')) return null;
    const { bits } = leaf.shown.publicKey;
    if (bits === null) return null;
    const found = describeKey(leaf.shown.publicKey);
    const params = { bits };
    if (bits < 1024) return { variant: 'tiny', found, params };
    if (bits < 2048) return { variant: 'small', found, params };
    if (bits > 4096) return { variant: 'large', found, params };
    return { variant: bits % 8 === 0 ? 'fine' : 'odd', found, params };
  },
});

const commonCurves = ['prime256v1', 'secp384r1', 'secp521r1'];
const commonAlgorithms = ['Ed25519', 'Ed448', 'X25519', 'X448'];

/** Keys other than RSA: which of them do other people's programs know? */
export const keyType = defineRule({
  id: 'key-type',
  source: 'RFC 8551 2.2',
  variants: {
    fine: 'passed',
    'rare-curve': 'warning',
    'written-out': 'warning',
    dsa: 'warning',
    'post-quantum': 'warning',
    unknown: 'warning',
  },
  find: ({ leaf }) => {
    if (leaf === null || leaf.shown.publicKey.algorithm.startsWith('RSA')) return null;
    const { publicKey } = leaf.shown;
    const { algorithm, curve } = publicKey;
    const found = describeKey(publicKey);
    const params = { key: found };
    if (commonAlgorithms.includes(algorithm)) return { variant: 'fine', found, params };
    if (algorithm === 'DSA') return { variant: 'dsa', found, params };
    if (/^(?:ML-DSA|ML-KEM|SLH-DSA)-/u.test(algorithm)) {
      return { variant: 'post-quantum', found, params };
    }
    if (algorithm !== 'EC' && algorithm !== 'ECDH') return { variant: 'unknown', found, params };
    const { material } = leaf.read.publicKey;
    if (material.kind === 'ec' && material.curve.name === null) {
      return { variant: 'written-out', found, params };
    }
    const isCommon = curve !== null && commonCurves.includes(curve);
    return { variant: isCommon ? 'fine' : 'rare-curve', found, params };
  },
});
