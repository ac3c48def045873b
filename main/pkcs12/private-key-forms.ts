import { readElement } from './asn1/read.ts';
import { isContext, isUniversal, sequenceOf, tags } from './asn1/values.ts';
import { integer, nullValue, octetString, oid, sequence } from './asn1/write.ts';
import { malformed } from './errors.ts';

/**
 * A private key in its traditional form (RSAPrivateKey of RFC 8017 A.1.2, ECPrivateKey of RFC 5915, or
 * OpenSSL's DSA form) as PKCS#8 PrivateKeyInfo. Throws `malformed` for anything else.
 */
export function pkcs8OfTraditional(bytes: Uint8Array): Uint8Array {
  const key = readElement(bytes);
  const fields = sequenceOf(key, 'private key');
  const [, second] = fields;
  if (isUniversal(second, tags.octetString)) {
    const parameters = fields.find((field) => isContext(field, 0))?.children[0];
    if (parameters === undefined) throw malformed('ECPrivateKey');
    return privateKeyInfo([oid('1.2.840.10045.2.1'), parameters.raw], key.raw);
  }
  if (fields.length >= 9)
    return privateKeyInfo([oid('1.2.840.113549.1.1.1'), nullValue()], key.raw);
  if (fields.length === 6) {
    const [, p, q, g, , x] = fields;
    if (!p || !q || !g || !x) throw malformed('DSA private key');
    const parameters = sequence(p.raw, q.raw, g.raw);
    return privateKeyInfo([oid('1.2.840.10040.4.1'), parameters], x.raw);
  }
  throw malformed('private key');
}

function privateKeyInfo(algorithm: readonly Uint8Array[], key: Uint8Array): Uint8Array {
  return sequence(integer(0), sequence(...algorithm), octetString(key));
}
