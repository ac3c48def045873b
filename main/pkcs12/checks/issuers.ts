import { nameOf } from './examined.ts';
import { defineRule } from './rule.ts';
import type { Examinee } from './examined.ts';

/** Whoever signs a certificate must be allowed to. */
export const issuerIsCa = defineRule({
  id: 'issuer-is-ca',
  source: 'RFC 5280 4.2.1.9',
  variants: {
    fine: 'passed',
    'not-ca': 'warning',
    'no-cert-sign': 'warning',
    'path-too-long': 'warning',
  },
  find: ({ chain }) => {
    const issuers = chain.slice(1);
    if (issuers.length === 0) return null;
    for (const [place, issuer] of issuers.entries()) {
      const variant = faultOf(issuer, place);
      const name = nameOf(issuer);
      if (variant !== null) return { variant, found: name, params: { name } };
    }
    return { variant: 'fine', found: issuers.map(nameOf).join(', ') };
  },
});

/** `below`: how many authorities stand between this one and the person (RFC 5280 4.2.1.9, pathLenConstraint). */
function faultOf(
  { shown }: Examinee,
  below: number,
): 'not-ca' | 'no-cert-sign' | 'path-too-long' | null {
  if (!shown.isCa) return 'not-ca';
  if (shown.keyUsage !== null && !shown.keyUsage.includes('keyCertSign')) return 'no-cert-sign';
  return shown.pathLength !== null && below > shown.pathLength ? 'path-too-long' : null;
}

/** Issuer and subject are the same: nobody else vouches for it. */
export const selfSigned = defineRule({
  id: 'self-signed',
  source: 'RFC 5280 6.1',
  variants: { issued: 'passed', 'self-signed': 'warning' },
  find: ({ person }) => {
    if (person === null) return null;
    if (person.shown.selfSigned) return { variant: 'self-signed', found: nameOf(person) };
    return {
      variant: 'issued',
      found: person.shown.issuer.text,
      params: { issuer: person.shown.issuer.commonName ?? person.shown.issuer.text },
    };
  },
});

/** A person's certificate is not an authority's. */
export const leafIsCa = defineRule({
  id: 'leaf-is-ca',
  source: 'RFC 8550 4.4.1',
  variants: { fine: 'passed', 'is-ca': 'warning' },
  find: ({ person }) => {
    if (person === null) return null;
    return person.shown.isCa
      ? { variant: 'is-ca', found: 'cA' }
      : { variant: 'fine', found: 'not cA' };
  },
});
