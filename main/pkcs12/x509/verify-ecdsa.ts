import { curvePoints } from './curve-points.ts';
import { inverseModulo, truncatedDigest } from './arithmetic.ts';
import { readSignaturePair } from './verify-dsa.ts';
import type { Curve } from './curve.ts';

type EcKey = { readonly curve: Curve; readonly point: Uint8Array };

/**
 * ECDSA (FIPS 186-5 6.4.2) over a digest, on any curve over a prime field. Null where arithmetic on the curve is
 * not possible here.
 */
export function verifyEcdsa(key: EcKey, digest: Uint8Array, signature: Uint8Array): boolean | null {
  const points = curvePoints(key.curve);
  if (points === null) return null;
  const { n } = points;
  const pair = readSignaturePair(signature);
  const inverse = pair === null ? null : inverseModulo(pair.s, n);
  if (pair === null || inverse === null || pair.r >= n || pair.s >= n) return false;
  try {
    const { Point } = points;
    const u1 = (truncatedDigest(digest, n) * inverse) % n;
    const u2 = (pair.r * inverse) % n;
    const own = Point.fromBytes(key.point);
    own.assertValidity();
    const sum = Point.BASE.multiplyUnsafe(u1).add(own.multiplyUnsafe(u2));
    return !sum.is0() && sum.toAffine().x % n === pair.r;
  } catch {
    // noble throws where a point is not on the curve: nothing verifies with such a key.
    return false;
  }
}
