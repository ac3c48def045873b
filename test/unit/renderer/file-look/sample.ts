import type {
  Check,
  Inspection,
  InspectedCertificate,
  InspectionResult,
} from '../../../../preload/contract/inspection.ts';

const key = (fingerprint: string) => ({ algorithm: 'RSA', bits: 3072, curve: null, fingerprint });
const name = (commonName: string) => ({
  text: `CN=${commonName},O=Halden & Voss NV,L=Ghent`,
  commonName,
  organization: 'Halden & Voss NV',
});

/** The certificate of Ines Declercq, changed where the test says so. */
export function sampleInspected(change: Partial<InspectedCertificate> = {}): InspectedCertificate {
  return {
    index: 0,
    subject: name('Ines Declercq'),
    issuer: name('Halden & Voss Mail CA 3'),
    serial: '5e910b7a44c218d306f1',
    notBefore: Date.UTC(2024, 11, 8, 12),
    notAfter: Date.UTC(2026, 11, 8, 12),
    emails: ['ines.declercq@haldenvoss.example'],
    subjectAlternativeNames: ['email:ines.declercq@haldenvoss.example'],
    keyUsage: ['keyEncipherment'],
    extendedKeyUsage: ['emailProtection'],
    policies: [],
    isCa: false,
    pathLength: null,
    publicKey: key('3c7a1e409b51f86d'.repeat(4)),
    signatureAlgorithm: 'sha256WithRSAEncryption',
    fingerprints: {
      sha256: '7c1ae4093bd25f86a91750cd4e83b2681f0dc65aab3974e2d8501b9cf3472ea6',
      sha1: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c',
    },
    subjectKeyId: null,
    authorityKeyId: null,
    crlUrls: [],
    ocspUrls: [],
    issuerUrls: [],
    friendlyName: 'declercq',
    localKeyId: '01',
    selfSigned: false,
    issuedBy: 1,
    ...change,
  };
}

const authority = (
  index: number,
  commonName: string,
  issuer: string,
  year: number,
): InspectedCertificate =>
  sampleInspected({
    index,
    subject: name(commonName),
    issuer: name(issuer),
    serial: `0${String(index)}`,
    notBefore: Date.UTC(2019, 0, 1),
    notAfter: Date.UTC(year, 0, 1),
    emails: [],
    isCa: true,
    keyUsage: ['keyCertSign', 'cRLSign'],
    extendedKeyUsage: null,
    publicKey: key(`a${String(index)}`.repeat(32)),
    selfSigned: commonName === issuer,
    issuedBy: commonName === issuer ? null : index + 1,
    friendlyName: null,
    localKeyId: null,
  });

/** An opened encryption certificate with its whole chain, changed where the test says so. */
export function sampleInspection(change: Partial<Inspection> = {}): Inspection {
  return {
    format: 'pkcs12',
    size: 6204,
    certificates: [
      sampleInspected(),
      authority(1, 'Halden & Voss Mail CA 3', 'Halden & Voss Root 2019', 2031),
      authority(2, 'Halden & Voss Root 2019', 'Halden & Voss Root 2019', 2044),
    ],
    keys: [
      {
        algorithm: 'RSA',
        bits: 3072,
        curve: null,
        friendlyName: 'declercq',
        localKeyId: '01',
        fits: [0],
      },
    ],
    chain: [0, 1, 2],
    protection: {
      mac: { algorithm: 'HMAC-SHA-256', kdf: 'PKCS12KDF-SHA-256', iterations: 210_000 },
      layers: [
        {
          part: 'certificates',
          algorithm: 'PBES2 AES-256-CBC',
          kdf: 'PBKDF2-HMAC-SHA-256',
          iterations: 210_000,
        },
        {
          part: 'key',
          algorithm: 'PBES2 AES-256-CBC',
          kdf: 'PBKDF2-HMAC-SHA-256',
          iterations: 210_000,
        },
      ],
      password: 'given',
    },
    otherBags: [],
    checks: [],
    ...change,
  };
}

/** A check that found something, changed where the test says so. */
export function sampleCheck(change: Partial<Check> = {}): Check {
  return {
    id: 'chain-complete',
    level: 'warning',
    variant: '',
    found: 'Halden & Voss Root 2019',
    params: {},
    source: 'RFC 5280 6.1',
    ...change,
  };
}

/** The answer of main for a file that opened. */
export function openedWith(change: Partial<Inspection> = {}): InspectionResult {
  return { opened: true, inspection: sampleInspection(change) };
}
