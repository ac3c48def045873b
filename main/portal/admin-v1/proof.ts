import { failure } from '../../failure.ts';
import type { SessionKeeping } from '../capabilities.ts';

/** How long a proof of the password counts, ms (portal-api.md 7.1). */
const goodFor = 300_000;

/**
 * Keeps the proof of the password that orders of weight ask for, since the vendor's API has no sessions and no
 * re-authentication: what is typed is proved at the portal with the tenant call, as at sign-in. To sign in does not
 * count as a proof here.
 *
 * @param prove asks the portal; throws `bad-credentials`
 * @param now epoch ms of the portal
 */
export function keepProof(
  prove: (password: string) => Promise<void>,
  now: () => number,
): SessionKeeping {
  let reauthUntil: number | null = null;
  return {
    granted: null,
    terms: () =>
      Promise.resolve({
        reauthUntil,
        inactivityMinutes: null,
        passwordExpired: false,
        termsOfService: null,
      }),
    acceptTerms: () => Promise.reject(failure('not-supported', { reason: 'terms' })),
    reauth: async (password) => {
      await prove(password);
      reauthUntil = Math.round(now() + goodFor);
      return reauthUntil;
    },
  };
}
