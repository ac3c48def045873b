import type { InspectionFailureKind } from '../../preload/contract/inspection.ts';

/** Why a file did not open: one of the closed list of kinds, with the algorithm, limit or place it is about. */
export class Pkcs12Error extends Error {
  override readonly name = 'Pkcs12Error';
  readonly kind: InspectionFailureKind;
  /** Language-neutral fact for the sentence, never a secret: `Camellia-256-CBC`, `2147483647`. */
  readonly detail: string | null;

  constructor(kind: InspectionFailureKind, detail: string | null = null) {
    super(detail === null ? kind : `${kind}: ${detail}`);
    this.kind = kind;
    this.detail = detail;
  }
}

/** A `malformed` failure; `place` names the structure that is not as its RFC says. */
export function malformed(place: string): Pkcs12Error {
  return new Pkcs12Error('malformed', place);
}
