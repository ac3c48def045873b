import { integerOf, isUniversal, octetsOf, oidOf, sequenceOf, tags } from '../asn1/values.ts';
import { malformed } from '../errors.ts';
import { bitLength, numberOf } from './arithmetic.ts';
import { curveBits, curveName } from './curve-names.ts';
import { curveParameters, recogniseCurve } from './curve-parameters.ts';
import type { Element } from '../asn1/read.ts';
import type { CurveParameters } from './curve-parameters.ts';

/** The curve of an EC key, named or with its parameters written out (RFC 3279 2.3.5). */
export type Curve = {
  /** openssl's name, or the OID; null where the parameters are written out. */
  readonly name: string | null;
  /** The same, and also the name of a well-known curve that is written out. */
  readonly shownName: string | null;
  /** Of the order of its group, as openssl counts. */
  readonly bits: number | null;
  /** Null for all but the well-known curves over prime fields. */
  readonly parameters: CurveParameters | null;
};

const primeField = '1.2.840.10045.1.1';

/** Reads ECParameters. Throws `malformed`. */
export function readCurve(element: Element | undefined): Curve {
  if (isUniversal(element, tags.oid)) {
    const oid = oidOf(element);
    const name = curveName(oid);
    return { name, shownName: name, bits: curveBits(oid), parameters: curveParameters(name) };
  }
  return readExplicit(sequenceOf(element, 'ECParameters'));
}

function readExplicit(parts: readonly Element[]): Curve {
  const [, field, coefficients, base, order] = parts;
  const [fieldType, prime] = sequenceOf(field, 'ECParameters');
  if (oidOf(fieldType, 'ECParameters') !== primeField) {
    return { name: null, shownName: null, bits: null, parameters: null };
  }
  const p = integerOf(prime, 'ECParameters');
  if (p <= 3n) throw malformed('ECParameters');
  const [a, b] = sequenceOf(coefficients, 'ECParameters').map((part) => numberOf(octetsOf(part)));
  const point = base === undefined ? null : coordinates(octetsOf(base));
  const n = integerOf(order, 'ECParameters');
  const bits = n > 0n ? bitLength(n) : null;
  if (a === undefined || b === undefined) throw malformed('ECParameters');
  if (point === null) return { name: null, shownName: null, bits, parameters: null };
  // Arithmetic on numbers from a file can be made to take for ever; on a well-known curve it can't.
  const known = recogniseCurve({ p, a, b, x: point.x, y: point.y, n });
  const parameters = known === null ? null : curveParameters(known);
  return { name: null, shownName: known, bits, parameters };
}

/** The coordinates of an uncompressed point (SEC 1 2.3.3), or null for another form. */
export function coordinates(point: Uint8Array): { x: bigint; y: bigint } | null {
  const size = (point.length - 1) / 2;
  if (![0x04, 0x06, 0x07].includes(point[0] ?? 0) || !Number.isInteger(size) || size === 0) {
    return null;
  }
  return {
    x: numberOf(point.subarray(1, 1 + size)),
    y: numberOf(point.subarray(1 + size)),
  };
}

/** A point as text in which its compressed and its uncompressed form are equal: x and the parity of y. */
export function pointIdentity(point: Uint8Array): string {
  const whole = coordinates(point);
  const x = whole?.x ?? numberOf(point.subarray(1));
  const isOdd = ((whole === null ? point[0] : point.at(-1)) ?? 0) & 1;
  return `${x.toString(16)} ${isOdd}`;
}
