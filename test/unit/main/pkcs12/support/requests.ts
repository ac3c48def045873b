import type { InspectRequest } from '../../../../../main/pkcs12/types.ts';

/** A request that only looks, on 22 November 2026. */
export function lookingWith(
  password: string | null,
  rest: Partial<InspectRequest> = {},
): InspectRequest {
  return {
    password,
    purpose: 'look',
    email: null,
    now: Date.UTC(2026, 10, 22),
    knownFingerprints: [],
    accept: 'pkcs12',
    acceleration: true,
    ...rest,
  };
}
