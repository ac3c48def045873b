import { octetsOf, oidOf, sequenceOf } from './asn1/values.ts';
import { cipherLabel } from './ciphers/unsupported.ts';
import { Pkcs12Error, malformed } from './errors.ts';
import { schemes } from './oids.ts';
import { pbes1Of } from './pbes1.ts';
import { pbes2Of } from './pbes2.ts';
import type { Element } from './asn1/read.ts';
import type { Limits } from './limits.ts';
import type { Encrypted, Encryption } from './encryption-types.ts';

/**
 * Reads an AlgorithmIdentifier of PBES1 (RFC 7292 Appendix C, RFC 8018 6.1) or PBES2 (RFC 8018 6.2). Throws
 * `unsupported-algorithm` with its name, `malformed`, `iterations-too-high`; nothing is computed.
 */
export function encryptionOf(algorithm: Element | undefined, limits: Limits): Encryption {
  const [identifier, parameters] = sequenceOf(algorithm, 'AlgorithmIdentifier');
  const oid = oidOf(identifier);
  if (oid === schemes.pbes2) return pbes2Of(parameters, limits);
  const pbes1 = pbes1Of(oid, parameters, limits);
  if (pbes1 === null) throw new Pkcs12Error('unsupported-algorithm', cipherLabel(oid));
  return pbes1;
}

/** The encrypted bytes with their scheme; throws `malformed` where their length can't be right. */
export function encryptedOf(encryption: Encryption, content: Element): Encrypted {
  const bytes = octetsOf(content);
  if (bytes.length === 0 || bytes.length % encryption.cipher.blockSize !== 0) {
    throw malformed('encrypted length');
  }
  return { encryption, bytes };
}
