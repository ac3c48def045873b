import { defineRule } from './rule.ts';
import { longestLine, visibleText } from '../x509/visible-text.ts';

/** Secrets, revocation lists and unknown bags: shown, never uploaded on their own. */
export const otherBags = defineRule({
  id: 'other-bags',
  source: 'RFC 7292 4.2',
  variants: { none: 'passed', present: 'info' },
  find: ({ inspection: { format, otherBags: bags } }) => {
    if (format !== 'pkcs12') return null;
    if (bags.length === 0) return { variant: 'none', found: '0' };
    return {
      variant: 'present',
      found: bags.join(', '),
      params: { count: bags.length, bags: [...new Set(bags)].join(', ') },
    };
  },
});

/** Windows puts the key back into the provider that it came from. */
export const keyProvider = defineRule({
  id: 'key-provider',
  source: 'OID 1.3.6.1.4.1.311.17.1',
  variants: { named: 'info' },
  find: ({ container: { keys } }) => {
    const provider = keys.find((key) => key.cspName !== null)?.cspName ?? null;
    return provider === null ? null : { variant: 'named', found: provider, params: { provider } };
  },
});

/** A name that hides characters, reads backwards, or never ends could pass for another one. */
export const friendlyName = defineRule({
  id: 'friendly-name',
  source: 'RFC 2985 5.5.1',
  variants: { plain: 'passed', escaped: 'info', cut: 'info' },
  find: ({ container: { certificates, keys } }) => {
    const names = [...certificates, ...keys].flatMap((bag) => bag.friendlyName ?? []);
    const [first] = names;
    if (first === undefined) return null;
    const hiding = names.find((name) => visibleText(name) !== name && name.length <= longestLine);
    const long = names.find((name) => name.length > longestLine);
    if (hiding !== undefined)
      return { variant: 'escaped', found: hiding, params: { name: hiding } };
    if (long !== undefined) {
      return { variant: 'cut', found: long, params: { count: long.length } };
    }
    return { variant: 'plain', found: names.join(', '), params: { name: first } };
  },
});

/** The same certificate twice in the account changes nothing, and the second one confuses. */
export const alreadyUploaded = defineRule({
  id: 'already-uploaded',
  source: 'Latchkey',
  variants: { new: 'passed', known: 'warning' },
  find: ({ person }, { purpose, knownFingerprints }) => {
    if (person === null || purpose === 'look') return null;
    const found = person.shown.fingerprints.sha256;
    const isKnown = knownFingerprints.some((known) => comparableHex(known) === found);
    return { variant: isKnown ? 'known' : 'new', found };
  },
});

/** Portals write fingerprints with colons and in capitals. */
function comparableHex(hex: string): string {
  return hex.replaceAll(/[^0-9a-f]/giu, '').toLowerCase();
}
