import { z } from 'zod';
import { failure, isFailure } from '../../failure.ts';
import { openExchange } from '../exchange.ts';
import type { ExchangeOptions } from '../exchange.ts';
import type { Http } from '../http.ts';
import type { Door } from '../portal.ts';
import type { DoorOptions } from '../ssp/door.ts';
import { makeCredential, readCredential } from './credential.ts';
import { openAdminPortal } from './portal.ts';
import { readPartition, tenantQuestion } from './tenant.ts';
import { isVendorsRefusal, speakBasic } from './vendor-http.ts';

/**
 * The door of a portal that speaks the vendor's documented API (portal-api.md 1 to 3): a site's own proxy in front of
 * the admin API, where everybody signs in with their own user name and password. There are no sessions, so the secret
 * of `signIn` is the Basic credential itself: it is proved once with the tenant call, and goes along with every
 * request from then on.
 */
export function openAdminDoor({ ended, ...options }: DoorOptions): Door {
  const through = (http: Http, more: Pick<ExchangeOptions, 'ended'> = {}) =>
    openExchange({ ...options, ...more, http });

  /** @throws Failure `bad-credentials` */
  async function prove(token: string): Promise<void> {
    const basic = readCredential(token)?.basic ?? null;
    await readPartition(through(speakBasic(options.http, basic))).catch((cause: unknown) => {
      throw isFailure(cause, 'signed-out') ? failure('bad-credentials') : cause;
    });
  }

  return {
    origin: options.origin,
    /**
     * Asks the tenant call without a credential, which harms nothing and locks nobody out. Only a 401 in the vendor's
     * own error envelope counts as this kind of portal.
     *
     * @throws Failure `not-found` for anything else that answers
     */
    facts: async () => {
      let isVendor = false;
      const knocking = through(
        speakBasic(async (request) => {
          const answer = await options.http(request);
          isVendor = isVendorsRefusal(answer);
          return answer;
        }, null),
      );
      await knocking.read(z.unknown(), tenantQuestion).catch((cause: unknown) => {
        const hasAnswered = isFailure(
          cause,
          'signed-out',
          'bad-credentials',
          'forbidden',
          'not-found',
          'conflict',
          'refused',
          'invalid-response',
        );
        if (!hasAnswered) throw cause;
      });
      if (!isVendor) throw failure('not-found');
      return { signIn: 'password', pinRequired: false, tenantName: null, browserPage: null };
    },
    signIn: async ({ username, password }) => {
      const token = makeCredential(username, password);
      await prove(token);
      return { token, passwordExpired: false, termsOfService: null };
    },
    signInFromBrowser: () => Promise.reject(failure('not-supported', { reason: 'saml' })),
    passwordHelp: () => {
      throw failure('not-supported', { reason: 'forgotten-password' });
    },
    enter: (token) => {
      const { username, basic } = readCredential(token) ?? { username: '', basic: null };
      const exchange = through(speakBasic(options.http, basic), {
        ended: (because) => ended(token, because),
      });
      return openAdminPortal(exchange, username, (password) =>
        prove(makeCredential(username, password)),
      );
    },
  };
}
