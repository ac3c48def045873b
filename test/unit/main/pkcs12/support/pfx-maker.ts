import {
  context,
  der,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
} from '../../../../../main/pkcs12/asn1/write.ts';

const data = '1.2.840.113549.1.7.1';
const bagArc = '1.2.840.113549.1.12.10.1';

/** ContentInfo of PKCS#7 type `data`. */
export function dataInfo(content: Uint8Array): Uint8Array {
  return sequence(oid(data), context(0, octetString(content)));
}

/** A PFX without MAC around plain SafeContents, each a ContentInfo by itself; `version` is 3 but for tests of it. */
export function pfxOf(safes: readonly Uint8Array[], version = 3): Uint8Array {
  return sequence(integer(version), dataInfo(sequence(...safes.map(dataInfo))));
}

/** A SafeBag; `kind` is the last arc of its type (RFC 7292 4.2): 1 key, 3 certificate, 4 CRL, 5 secret, 6 nested. */
export function safeBag(kind: number, value: Uint8Array, ...attributes: Uint8Array[]): Uint8Array {
  const set = attributes.length > 0 ? [setOf(...attributes)] : [];
  return sequence(oid(`${bagArc}.${kind}`), context(0, value), ...set);
}

/** An attribute with one value. */
export function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), der(0x31, value));
}

/** A CertBag value that holds X.509 bytes. */
export function certificateValue(bytes: Uint8Array): Uint8Array {
  return sequence(oid('1.2.840.113549.1.9.22.1'), context(0, octetString(bytes)));
}
