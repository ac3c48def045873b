import { keyAlgorithmName } from './key-algorithms.ts';
import { readCertificate } from './certificate.ts';
import { readPrivateKey } from './private-key.ts';
import { keyIdentity } from './public-key.ts';
import { cutText, longestLine, visibleText } from './visible-text.ts';
import type { InspectedKey } from '../../../preload/contract/inspection.ts';
import type { CertificateBag, KeyBag } from '../types.ts';

/**
 * Describes the private keys of a file, and says which certificates each fits: by the SubjectPublicKeyInfo and
 * never by the localKeyId. `fits` is null where the public half can't be computed. Throws `malformed`.
 */
export function matchKeys(
  keys: readonly KeyBag[],
  certificates: readonly CertificateBag[],
): InspectedKey[] {
  const identities = certificates.map((bag) => {
    const { algorithm, material } = readCertificate(bag.der).publicKey;
    return keyIdentity(algorithm.oid, material);
  });
  return keys.map((bag) => {
    const key = readPrivateKey(bag.pkcs8);
    const identity = keyIdentity(key.algorithm.oid, key.publicHalf);
    return {
      algorithm: cutText(keyAlgorithmName(key.algorithm.oid), longestLine),
      bits: key.bits,
      curve: key.shownCurve === null ? null : cutText(key.shownCurve, longestLine),
      friendlyName: bag.friendlyName === null ? null : visibleText(bag.friendlyName),
      localKeyId: bag.localKeyId === null ? null : bag.localKeyId.slice(0, 16_384),
      fits: identity === null ? null : indicesOf(identities, identity),
    };
  });
}

function indicesOf(identities: readonly (string | null)[], wanted: string): number[] {
  return identities.flatMap((identity, index) => (identity === wanted ? [index] : []));
}
