import { integerOf, isUniversal, octetsOf, oidOf, sequenceOf, tags } from '../asn1/values.ts';
import { malformed } from '../errors.ts';
import { curveOf } from '../oids.ts';
import { bitLength, numberOf } from './arithmetic.ts';
import { curveParameters, recogniseCurve } from './curve-parameters.ts';
import type { Element } from '../asn1/read.ts';
import type { CurveParameters } from './curve-parameters.ts';

/** The curve of an EC key, named or with its parameters written out (RFC 3279 2.3.5). */
export type Curve = {
  /** openssl's name, or the OID; null where the parameters are written out. */
  readonly name: string | null;
  /** The same, and also the name of a well-known curve that is written out. */
  readonly shownName: string | null;
  /** Size of the field. */
  readonly bits: number | null;
  /** Null where arithmetic on it is not possible here: binary fields, unknown curves, other cofactors. */
  readonly parameters: CurveParameters | null;
};

const primeField = '1.2.840.10045.1.1';
const largestField = 1024;

/** Reads ECParameters. Throws `malformed`. */
export function readCurve(element: Element | undefined): Curve {
  if (isUniversal(element, tags.oid)) {
    const oid = oidOf(element);
    const known = curveOf(oid);
    const name = known?.name ?? oid;
    return {
      name,
      shownName: name,
      bits: known?.bits ?? null,
      parameters: curveParameters(name),
    };
  }
  return readExplicit(sequenceOf(element, 'ECParameters'));
}

function readExplicit(parts: readonly Element[]): Curve {
  const [, field, coefficients, base, order, cofactor] = parts;
  const [fieldType, prime] = sequenceOf(field, 'ECParameters');
  if (oidOf(fieldType, 'ECParameters') !== primeField) {
    return { name: null, shownName: null, bits: null, parameters: null };
  }
  const p = integerOf(prime, 'ECParameters');
  if (p <= 3n) throw malformed('ECParameters');
  const bits = bitLength(p);
  if (bits > largestField) return { name: null, shownName: null, bits, parameters: null };
  const [a, b] = sequenceOf(coefficients, 'ECParameters').map((part) => numberOf(octetsOf(part)));
  const point = base === undefined ? null : coordinates(octetsOf(base));
  const n = integerOf(order, 'ECParameters');
  if (a === undefined || b === undefined) throw malformed('ECParameters');
  const isSimple = cofactor === undefined || integerOf(cofactor, 'ECParameters') === 1n;
  if (point === null || !isSimple) return { name: null, shownName: null, bits, parameters: null };
  const parameters = { p, a, b, x: point.x, y: point.y, n };
  return { name: null, shownName: recogniseCurve(parameters), bits, parameters };
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
  if (whole !== null) return `${whole.x} ${whole.y & 1n}`;
  return `${numberOf(point.subarray(1))} ${(point[0] ?? 0) & 1}`;
}
