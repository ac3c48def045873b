import { defineRule } from './rule.ts';
import type { InspectedCertificate } from '../../../preload/contract/inspection.ts';

const cannotSign = /^(?:X25519|X448|ECDH|RSA-OAEP|ML-KEM-.*)$/u;
const cannotEncrypt = /^(?:Ed25519|Ed448|DSA|RSA-PSS|ML-DSA-.*|SLH-DSA-.*)$/u;
const agreesOnKeys = /^(?:EC|ECDH|X25519|X448)$/u;

/** As a Signing Certificate it must be allowed to sign, and its key must be able to. */
export const signingUse = defineRule({
  id: 'signing-use',
  source: 'RFC 8550 4.4.2',
  variants: {
    signs: 'passed',
    presumed: 'passed',
    'cannot-sign': 'error',
    'opens-only': 'error',
    'key-cannot-sign': 'error',
  },
  find: ({ person }, { purpose }) => {
    if (person === null || purpose !== 'signing') return null;
    const { shown } = person;
    const params = { usage: usageText(shown), algorithm: shown.publicKey.algorithm };
    if (cannotSign.test(shown.publicKey.algorithm)) {
      return { variant: 'key-cannot-sign', found: shown.publicKey.algorithm, params };
    }
    const found = params.usage;
    if (shown.keyUsage === null) return { variant: 'presumed', found, params };
    if (maySign(shown)) return { variant: 'signs', found, params };
    return { variant: mayOpen(shown) ? 'opens-only' : 'cannot-sign', found, params };
  },
});

/** As an Encryption Certificate its key must be able to take part in encryption, and be allowed to. */
export const encryptionUse = defineRule({
  id: 'encryption-use',
  source: 'RFC 5280 4.2.1.3',
  variants: {
    opens: 'passed',
    presumed: 'passed',
    'cannot-open': 'error',
    'signs-only': 'error',
    'key-cannot-encrypt': 'error',
  },
  find: ({ person }, { purpose }) => {
    if (person === null || purpose !== 'encryption') return null;
    const { shown } = person;
    const params = {
      usage: usageText(shown),
      needed: neededForOpening(shown),
      algorithm: shown.publicKey.algorithm,
    };
    if (cannotEncrypt.test(shown.publicKey.algorithm)) {
      return { variant: 'key-cannot-encrypt', found: shown.publicKey.algorithm, params };
    }
    const found = params.usage;
    if (shown.keyUsage === null) return { variant: 'presumed', found, params };
    if (mayOpen(shown)) return { variant: 'opens', found, params };
    return { variant: maySign(shown) ? 'signs-only' : 'cannot-open', found, params };
  },
});

/** Usages that the type of key can't serve, or that need another one beside them. */
export const usageFitsKey = defineRule({
  id: 'usage-fits-key',
  source: 'CA/B S/MIME BR 7.1.2.3 e',
  variants: { fits: 'passed', 'not-this-key': 'warning', 'without-agreement': 'warning' },
  find: ({ person }) => {
    const usage = person?.shown.keyUsage;
    if (!person || !usage) return null;
    const { algorithm } = person.shown.publicKey;
    const impossible = usage.find((name) => isImpossible(name, algorithm));
    const found = usageText(person.shown);
    if (impossible !== undefined) {
      return { variant: 'not-this-key', found, params: { usage: impossible, algorithm } };
    }
    const lonely = usage.find((name) => name === 'encipherOnly' || name === 'decipherOnly');
    if (lonely !== undefined && !usage.includes('keyAgreement')) {
      return { variant: 'without-agreement', found, params: { usage: lonely } };
    }
    return { variant: 'fits', found, params: { usage: found } };
  },
});

/** The key usages in one line, or a dash where the certificate states none. */
function usageText({ keyUsage }: InspectedCertificate): string {
  return keyUsage === null || keyUsage.length === 0 ? '-' : keyUsage.join(', ');
}

function maySign({ keyUsage, publicKey }: InspectedCertificate): boolean {
  if (cannotSign.test(publicKey.algorithm)) return false;
  return (
    keyUsage === null ||
    keyUsage.includes('digitalSignature') ||
    keyUsage.includes('nonRepudiation')
  );
}

function mayOpen(certificate: InspectedCertificate): boolean {
  const { keyUsage, publicKey } = certificate;
  if (cannotEncrypt.test(publicKey.algorithm)) return false;
  return keyUsage === null || keyUsage.includes(neededForOpening(certificate));
}

function neededForOpening({ publicKey }: InspectedCertificate): string {
  return agreesOnKeys.test(publicKey.algorithm) ? 'keyAgreement' : 'keyEncipherment';
}

function isImpossible(usage: string, algorithm: string): boolean {
  const isRsa = algorithm.startsWith('RSA');
  const isAgreement = agreesOnKeys.test(algorithm);
  if (usage === 'keyAgreement') return isRsa || cannotEncrypt.test(algorithm);
  if (usage === 'keyEncipherment') return isAgreement || cannotEncrypt.test(algorithm);
  return usage === 'digitalSignature' && cannotSign.test(algorithm);
}
