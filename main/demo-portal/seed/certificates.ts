import type { CertificateType } from '../schema/certificate.ts';
import type { AccountRecord, CertificateRecord } from '../state.ts';
import { day, seedCertificate } from './shapes.ts';

const typeIds = { signing: 501, encryption: 502, vpn: 503, claims: 504 };

/** What the administrators of Halden & Voss have set up. */
export const certificateTypes: CertificateType[] = [
  {
    id: typeIds.signing,
    displayName: 'Signing Certificate',
    purpose: 'SIGNING',
    multiple: true,
    deletePrivateKeyAfterDays: null,
    usedByConfigurations: 3,
  },
  {
    id: typeIds.encryption,
    displayName: 'Encryption Certificate',
    purpose: 'ENCRYPTION',
    multiple: true,
    deletePrivateKeyAfterDays: null,
    usedByConfigurations: 3,
  },
  {
    id: typeIds.vpn,
    displayName: 'VPN Certificate',
    purpose: 'AUTHENTICATION',
    multiple: false,
    deletePrivateKeyAfterDays: 2,
    usedByConfigurations: 1,
  },
  {
    id: typeIds.claims,
    displayName: 'Signing Certificate, claims@',
    purpose: 'SIGNING',
    multiple: false,
    deletePrivateKeyAfterDays: null,
    usedByConfigurations: 3,
  },
];

const encrypts = { keyUsage: ['keyEncipherment'] };
const claims = 'claims@haldenvoss.example';

/**
 * Ines's seven certificates. The days are counted from `now`, so that they never age: one expires in 16 days,
 * one key is deleted in one day, one is not valid yet, two have expired and one has had its key cleared.
 */
export function inesCertificates(account: AccountRecord, now: number): CertificateRecord[] {
  const at = (days: number): number => now + days * day;
  const add = (
    id: number,
    typeId: number,
    issuedBy: string,
    [from, until, uploaded]: [number, number, number],
    more: Partial<CertificateRecord> = {},
  ): CertificateRecord =>
    seedCertificate(account, {
      id,
      typeId,
      issuedBy,
      notBefore: at(from),
      expirationDate: at(until),
      uploadedOn: at(uploaded),
      ...more,
    });
  return [
    add(8101, typeIds.encryption, 'Halden & Voss Mail CA 3', [-715, 16.2, -714], {
      ...encrypts,
      fileName: 'declercq-mail-2024.p12',
    }),
    add(8102, typeIds.vpn, 'Halden & Voss Device CA', [-1.4, 364, -0.8], {
      keyAlgorithm: 'EC',
      keySize: 256,
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['clientAuth'],
      fileName: 'vpn.p12',
      privateKeyDeletesAt: at(1.2),
    }),
    add(8103, typeIds.signing, 'Halden & Voss Mail CA 3', [-313, 418, -312], {
      description: 'For all mail',
      fileName: 'declercq-sign-2026.p12',
    }),
    add(8104, typeIds.claims, 'Halden & Voss Mail CA 3', [8.7, 740, -2.1], {
      subject: `E=${claims},CN=Claims desk,O=Halden & Voss,L=Ghent,C=BE`,
      subjectEmail: [claims],
      description: 'Shared mailbox, from the first of the month',
    }),
    add(8105, typeIds.signing, 'Halden & Voss Mail CA 2', [-1035, -306, -1034], {
      keySize: 2048,
    }),
    add(8106, typeIds.encryption, 'Halden & Voss Mail CA 2', [-1441, -711, -1440], {
      ...encrypts,
      keySize: 2048,
      description: 'Kept for old mail',
    }),
    add(8107, typeIds.encryption, 'Halden & Voss Mail CA 1', [-2138, -1409, -2137], {
      ...encrypts,
      keySize: 2048,
      hasPrivateKey: false,
    }),
  ];
}

/** Jonas has one; Ines must never see it. */
export function jonasCertificates(account: AccountRecord, now: number): CertificateRecord[] {
  return [
    seedCertificate(account, {
      id: 8201,
      typeId: typeIds.signing,
      issuedBy: 'Halden & Voss Mail CA 3',
      notBefore: now - 100 * day,
      expirationDate: now + 600 * day,
      uploadedOn: now - 99 * day,
    }),
  ];
}
