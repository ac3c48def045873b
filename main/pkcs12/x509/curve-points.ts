import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import type { WeierstrassPointCons } from '@noble/curves/abstract/weierstrass.js';
import type { Curve } from './curve.ts';

/** Arithmetic on a curve. */
type CurvePoints = {
  readonly Point: WeierstrassPointCons<bigint>;
  /** Order of the base point. */
  readonly n: bigint;
};

const made = new Map<string, CurvePoints>();

/** Arithmetic on a curve over a prime field, or null where its parameters are unknown. */
export function curvePoints({ shownName, parameters }: Curve): CurvePoints | null {
  if (parameters === null || shownName === null) return null;
  const known = made.get(shownName);
  if (known !== undefined) return known;
  const { p, a, b, x, y, n } = parameters;
  const points = { Point: weierstrass({ p, n, h: 1n, a, b, Gx: x, Gy: y }), n };
  made.set(shownName, points);
  return points;
}

/** The public point (uncompressed) of a private key on a curve; null where it can't be computed or is out of range. */
export function derivePoint(curve: Curve, secret: bigint): Uint8Array | null {
  const points = curvePoints(curve);
  if (points === null || secret <= 0n || secret >= points.n) return null;
  return points.Point.BASE.multiply(secret).toBytes(false);
}
