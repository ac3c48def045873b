import { extensionTypes } from '../x509/extensions.ts';
import { defineRule } from './rule.ts';

/** Extensions that a mail program can be expected to know (RFC 5280 4.2, RFC 3739 3.2.6). */
const known: ReadonlySet<string> = new Set([
  ...Object.values(extensionTypes),
  '2.5.29.9',
  '2.5.29.16',
  '2.5.29.18',
  '2.5.29.30',
  '2.5.29.33',
  '2.5.29.36',
  '2.5.29.46',
  '2.5.29.54',
  '1.3.6.1.5.5.7.1.3',
  '1.3.6.1.5.5.7.1.11',
  '2.16.840.1.113730.1.1',
]);

/** A program must refuse a certificate with a critical extension that it does not know. */
export const criticalExtensions = defineRule({
  id: 'critical-extensions',
  source: 'RFC 5280 4.2',
  variants: { known: 'passed', unknown: 'warning', unreadable: 'warning' },
  find: ({ leaf }) => {
    if (leaf === null) return null;
    const { all, unreadable } = leaf.read.extensions;
    const critical = all.filter((extension) => extension.critical).map(({ oid }) => oid);
    const strangers = critical.filter((oid) => !known.has(oid));
    if (strangers.length > 0) return named('unknown', strangers);
    if (unreadable.length > 0) return named('unreadable', unreadable);
    return named('known', critical);
  },
});

function named<Variant extends string>(
  variant: Variant,
  oids: readonly string[],
): { variant: Variant; found: string; params: { extensions: string; count: number } } {
  const found = oids.length === 0 ? '-' : oids.join(', ');
  return { variant, found, params: { extensions: found, count: oids.length } };
}

/** Where one could ask whether a certificate was revoked. Nothing is fetched. */
export const revocation = defineRule({
  id: 'revocation',
  source: 'RFC 5280 4.2.1.13',
  variants: { addresses: 'info', none: 'info' },
  find: ({ leaf }) => {
    if (leaf === null) return null;
    const addresses = [...leaf.shown.ocspUrls, ...leaf.shown.crlUrls];
    const [first] = addresses;
    if (first === undefined) return { variant: 'none', found: '-' };
    return {
      variant: 'addresses',
      found: addresses.join(', '),
      params: { address: first, count: addresses.length },
    };
  },
});
