import { defineRule } from './rule.ts';

/** The MAC proves that nobody changed the file since it was made. A wrong one does not get as far as this. */
export const integrity = defineRule({
  id: 'integrity',
  source: 'RFC 7292 4',
  variants: { verified: 'passed', absent: 'warning' },
  find: ({ inspection: { format, protection } }) => {
    if (format !== 'pkcs12') return null;
    const { mac } = protection;
    if (mac === null) return { variant: 'absent', found: 'none' };
    return { variant: 'verified', found: mac.algorithm, params: { mac: mac.algorithm } };
  },
});

/** MD5 and SHA-1 under the MAC are outdated; PBMAC1 is the best there is, but old software can't read it. */
export const macAlgorithm = defineRule({
  id: 'mac-algorithm',
  source: 'RFC 7292 App. B',
  variants: { fine: 'passed', outdated: 'warning', pbmac1: 'info' },
  find: ({ inspection: { protection } }) => {
    if (protection.mac === null) return null;
    const { algorithm } = protection.mac;
    const params = { mac: algorithm };
    if (/MD2|MD4|MD5|SHA-?1$/u.test(algorithm)) {
      return { variant: 'outdated', found: algorithm, params };
    }
    const variant = algorithm.startsWith('PBMAC1') ? 'pbmac1' : 'fine';
    return { variant, found: algorithm, params };
  },
});

/** A PBMAC1 that opened has a key of 20 bytes or more and known functions: anything else is refused before. */
export const pbmac1Parameters = defineRule({
  id: 'pbmac1-parameters',
  source: 'RFC 9579',
  variants: { sound: 'passed' },
  find: ({ inspection: { protection } }) => {
    const { mac } = protection;
    if (mac === null || !mac.algorithm.startsWith('PBMAC1')) return null;
    return { variant: 'sound', found: `${mac.algorithm}, ${mac.kdf}`, params: { kdf: mac.kdf } };
  },
});
