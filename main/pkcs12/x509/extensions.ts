import { readElement } from '../asn1/read.ts';
import {
  bitStringOf,
  booleanOf,
  explicitOf,
  expectUniversal,
  hexOf,
  integerOf,
  isContext,
  isUniversal,
  octetsOf,
  oidOf,
  sequenceOf,
  tags,
} from '../asn1/values.ts';
import { Pkcs12Error, malformed } from '../errors.ts';
import { readGeneralName, readGeneralNames } from './general-name.ts';
import type { Element } from '../asn1/read.ts';
import type { GeneralName } from './general-name.ts';

/** RFC 5280 4.2.1.3, by the number of the bit. */
export const keyUsageNames = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof keyUsageNames)[number];

/** An extension as it stands in the certificate. */
export type RawExtension = {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
};

/** What Latchkey reads of a certificate's extensions; null or empty where one is absent or can't be read. */
export type Extensions = {
  readonly all: readonly RawExtension[];
  /** OIDs of extensions that are known here but do not follow their RFC. */
  readonly unreadable: readonly string[];
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null;
  readonly keyUsage: readonly KeyUsage[] | null;
  /** OIDs. */
  readonly extendedKeyUsage: readonly string[] | null;
  readonly subjectAltName: readonly GeneralName[] | null;
  /** Hexadecimal. */
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  /** OIDs. */
  readonly policies: readonly string[];
  readonly crlUrls: readonly string[];
  readonly ocspUrls: readonly string[];
  readonly issuerUrls: readonly string[];
};

/** Extension OIDs (RFC 5280 4.2). */
export const extensionTypes = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  crlDistributionPoints: '2.5.29.31',
  policies: '2.5.29.32',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
} as const;

/**
 * Reads the `[3]` of a TBSCertificate. A list that is no list throws `malformed`; a single extension that does
 * not follow its RFC is named in `unreadable`, as openssl shows the certificate nevertheless.
 */
export function readExtensions(wrapped: Element | undefined): Extensions {
  const all =
    wrapped === undefined
      ? []
      : sequenceOf(explicitOf(wrapped, 3, 'extensions'), 'extensions').map(readExtension);
  const unreadable: string[] = [];
  const read = <T>(oid: string, reader: (value: Element) => T): T | null => {
    const extension = all.find((candidate) => candidate.oid === oid);
    if (extension === undefined) return null;
    try {
      return reader(readElement(extension.value));
    } catch (error) {
      if (!(error instanceof Pkcs12Error)) throw error;
      unreadable.push(oid);
      return null;
    }
  };
  const access = read(extensionTypes.authorityInfoAccess, readAccess) ?? [];
  return {
    all,
    unreadable,
    basicConstraints: read(extensionTypes.basicConstraints, readBasicConstraints),
    keyUsage: read(extensionTypes.keyUsage, readKeyUsage),
    extendedKeyUsage: read(extensionTypes.extendedKeyUsage, (value) =>
      sequenceOf(value, 'extKeyUsage').map((oid) => oidOf(oid, 'extKeyUsage')),
    ),
    subjectAltName: read(extensionTypes.subjectAltName, (value) =>
      sequenceOf(value, 'subjectAltName').map(readGeneralName),
    ),
    subjectKeyId: read(extensionTypes.subjectKeyId, (value) =>
      hexOf(octetsOf(expectUniversal(value, tags.octetString, 'subjectKeyIdentifier'))),
    ),
    authorityKeyId: read(extensionTypes.authorityKeyId, (value) => {
      const id = sequenceOf(value, 'authorityKeyIdentifier').find((part) => isContext(part, 0));
      return id === undefined ? null : hexOf(id.content);
    }),
    policies:
      read(extensionTypes.policies, (value) =>
        sequenceOf(value, 'certificatePolicies').map((policy) =>
          oidOf(sequenceOf(policy, 'certificatePolicies')[0], 'certificatePolicies'),
        ),
      ) ?? [],
    crlUrls: read(extensionTypes.crlDistributionPoints, readCrlUrls) ?? [],
    ocspUrls: urlsOf(access, '1.3.6.1.5.5.7.48.1'),
    issuerUrls: urlsOf(access, '1.3.6.1.5.5.7.48.2'),
  };
}

function readExtension(element: Element): RawExtension {
  const [type, second, third] = sequenceOf(element, 'extension');
  const isFlag = isUniversal(second, tags.boolean);
  const value = isFlag ? third : second;
  return {
    oid: oidOf(type, 'extension'),
    critical: isFlag && booleanOf(second),
    value: octetsOf(expectUniversal(value, tags.octetString, 'extension')),
  };
}

function readBasicConstraints(value: Element): { ca: boolean; pathLength: number | null } {
  const [first, second] = sequenceOf(value, 'basicConstraints');
  const hasFlag = isUniversal(first, tags.boolean);
  const length = hasFlag ? second : first;
  const pathLength = length === undefined ? null : integerOf(length, 'basicConstraints');
  if (pathLength !== null && pathLength < 0n) throw malformed('basicConstraints');
  return {
    ca: hasFlag && booleanOf(first),
    pathLength: pathLength === null ? null : Number(pathLength > 255n ? 255n : pathLength),
  };
}

function readKeyUsage(value: Element): KeyUsage[] {
  const { bytes } = bitStringOf(value, 'keyUsage');
  return keyUsageNames.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}

type Access = { readonly method: string; readonly location: GeneralName };

function readAccess(value: Element): Access[] {
  return sequenceOf(value, 'authorityInfoAccess').map((entry) => {
    const [method, location] = sequenceOf(entry, 'authorityInfoAccess');
    if (location === undefined) throw malformed('authorityInfoAccess');
    return {
      method: oidOf(method, 'authorityInfoAccess'),
      location: readGeneralName(location),
    };
  });
}

function urlsOf(access: readonly Access[], method: string): string[] {
  return access
    .filter((entry) => entry.method === method && entry.location.kind === 'uri')
    .map((entry) => entry.location.value);
}

/** RFC 5280 4.2.1.13: DistributionPoint [0] distributionPoint [0] fullName. */
function readCrlUrls(value: Element): string[] {
  return sequenceOf(value, 'cRLDistributionPoints').flatMap((point) => {
    const place = sequenceOf(point, 'cRLDistributionPoints').find((part) => isContext(part, 0));
    const fullName = place?.children.find((part) => isContext(part, 0));
    if (fullName === undefined) return [];
    return readGeneralNames(fullName.content)
      .filter((name) => name.kind === 'uri')
      .map((name) => name.value);
  });
}
