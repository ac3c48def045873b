import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import type { WeierstrassPointCons } from '@noble/curves/abstract/weierstrass.js';
import type { Curve } from './curve.ts';

/** Arithmetic on a curve. */
type CurvePoints = {
  readonly Point: WeierstrassPointCons<bigint>;
  /** Order of the base point. */
  readonly n: bigint;
};

const made = new Map<string, CurvePoints | null>();
const mostKept = 16;

/** Arithmetic on a curve over a prime field, or null where its parameters are unknown or make no curve. */
export function curvePoints(curve: Curve): CurvePoints | null {
  const { parameters } = curve;
  if (parameters === null) return null;
  const { p, a, b, x, y, n } = parameters;
  const key = [p, a, b, x, y, n].join(' ');
  const known = made.get(key);
  if (known !== undefined) return known;
  const points = ((): CurvePoints | null => {
    try {
      return { Point: weierstrass({ p, n, h: 1n, a, b, Gx: x, Gy: y }), n };
    } catch {
      return null;
    }
  })();
  if (made.size >= mostKept) made.clear();
  made.set(key, points);
  return points;
}

/** The public point (uncompressed) of a private key on a curve; null where it can't be computed or is out of range. */
export function derivePoint(curve: Curve, secret: bigint): Uint8Array | null {
  const points = curvePoints(curve);
  if (points === null || secret <= 0n || secret >= points.n) return null;
  return points.Point.BASE.multiply(secret).toBytes(false);
}
