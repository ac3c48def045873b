import type { InspectedCertificate } from '../../preload/contract/inspection.ts';

export type Use = 'sign-mail' | 'open-mail' | 'sign-in' | 'vouch' | 'identify-server';
export type UseFound = { use: Use; does: boolean };

type Asked = Pick<InspectedCertificate, 'keyUsage' | 'extendedKeyUsage' | 'publicKey' | 'isCa'>;

/**
 * What a certificate may be used for, as a person would say it. What it does NOT do is told of mail only: the
 * difference between signing and opening is what people mix up.
 */
export function uses(certificate: Asked): UseFound[] {
  if (certificate.isCa && allows(certificate, ['keyCertSign'])) {
    return [{ use: 'vouch', does: true }];
  }
  const found: UseFound[] = [
    { use: 'sign-mail', does: signsMail(certificate) },
    { use: 'open-mail', does: opensMail(certificate) },
  ];
  const names = certificate.extendedKeyUsage ?? [];
  if (names.includes('clientAuth')) found.push({ use: 'sign-in', does: true });
  if (names.includes('serverAuth')) found.push({ use: 'identify-server', does: true });
  return found.sort((a, b) => Number(b.does) - Number(a.does));
}

/** RFC 8550 4.4.2: digitalSignature or nonRepudiation; without the extension every use is presumed. */
export function signsMail(certificate: Asked): boolean {
  return (
    allows(certificate, ['digitalSignature', 'nonRepudiation', 'contentCommitment']) &&
    !/^X(?:25519|448)$/u.test(certificate.publicKey.algorithm) &&
    isForMail(certificate)
  );
}

/** RFC 5280 4.2.1.3: an RSA key enciphers keys, a curve agrees on them; Ed25519 and DSA do neither (RFC 8410). */
export function opensMail(certificate: Asked): boolean {
  const { algorithm } = certificate.publicKey;
  if (/^(?:Ed25519|Ed448|DSA|RSA-PSS|ML-DSA|SLH-DSA)/u.test(algorithm)) return false;
  const needed = algorithm === 'RSA' ? ['keyEncipherment'] : ['keyAgreement', 'keyEncipherment'];
  return allows(certificate, needed) && isForMail(certificate);
}

function allows(certificate: Asked, usages: readonly string[]): boolean {
  return (
    certificate.keyUsage === null || usages.some((usage) => certificate.keyUsage?.includes(usage))
  );
}

/** RFC 8550 4.4.4: e-mail protection, any use, or no such extension at all. */
function isForMail(certificate: Asked): boolean {
  const names = certificate.extendedKeyUsage;
  return (
    names === null || names.includes('emailProtection') || names.includes('anyExtendedKeyUsage')
  );
}
