import type { Certificate } from '../../../../preload/contract/certificates.ts';

/** 22 November 2026, 13:06 by the clock of whoever runs the tests. */
export const now = new Date(2026, 10, 22, 13, 6).getTime();

/** A valid signing certificate of Ines Declercq, changed where the test says so. */
export function sampleCertificate(change: Partial<Certificate> = {}): Certificate {
  return {
    id: 'c-1',
    typeId: 't-signing',
    name: 'Signing Certificate',
    purpose: 'signing',
    subject: 'CN=Ines Declercq',
    emails: ['ines.declercq@haldenvoss.example'],
    issuedBy: 'Halden & Voss Mail CA 3',
    serial: '5E910B7A44C218D306F1',
    thumbprintSha256: '7c1ae409',
    keyAlgorithm: 'RSA',
    keySize: 3072,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['emailProtection'],
    notBefore: new Date(2026, 0, 14).getTime(),
    expiresAt: new Date(2028, 0, 14, 12).getTime(),
    uploadedAt: new Date(2026, 0, 14, 9).getTime(),
    fileName: 'declercq-signing.p12',
    description: null,
    hasPrivateKey: true,
    keyDeletesAt: null,
    ...change,
  };
}
