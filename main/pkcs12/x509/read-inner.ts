import { readElement } from '../asn1/read.ts';
import { Pkcs12Error, malformed } from '../errors.ts';
import type { Element } from '../asn1/read.ts';

/**
 * Reads an element that stands inside a whole file. One that ends too early is damage there and no cut file:
 * `malformed` with `place`, not `truncated`.
 */
export function readInner(bytes: Uint8Array, place: string): Element {
  try {
    return readElement(bytes);
  } catch (error) {
    if (error instanceof Pkcs12Error && error.kind === 'truncated') throw malformed(place);
    throw error;
  }
}
