import { explicitOf, isContext, isUniversal, oidOf, sequenceOf, tags } from './asn1/values.ts';
import { readElement } from './asn1/read.ts';
import { Pkcs12Error, malformed } from './errors.ts';
import { contentTypes } from './oids.ts';

/**
 * The certificates (DER) of a PKCS#7 SignedData (RFC 5652 5.1), as in `.p7b`, and how many CRLs lie beside them.
 * Throws `malformed`, or `unsupported-encryption` for another content type.
 */
export function certificatesOfPkcs7(bytes: Uint8Array): {
  certificates: Uint8Array[];
  crls: number;
} {
  const [type, content] = sequenceOf(readElement(bytes), 'PKCS#7');
  const contentType = oidOf(type, 'PKCS#7');
  if (contentType !== contentTypes.signedData) {
    throw new Pkcs12Error('unsupported-encryption', contentType);
  }
  const fields = sequenceOf(explicitOf(content, 0, 'SignedData'), 'SignedData');
  if (fields.length < 3) throw malformed('SignedData');
  const certificates = fields.find((field) => isContext(field, 0))?.children ?? [];
  const crls = fields.find((field) => isContext(field, 1))?.children ?? [];
  return {
    // Attribute certificates and the like are context-tagged choices; they are no X.509 certificates.
    certificates: certificates
      .filter((certificate) => isUniversal(certificate, tags.sequence))
      .map((certificate) => certificate.raw),
    crls: crls.length,
  };
}
