import { z } from 'zod';
import type { SessionTerms } from '../capabilities.ts';
import type { Exchange } from '../exchange.ts';
import type { Portal } from '../portal.ts';
import { wireAccount, wireConfig } from '../wire/session.ts';
import { optionalCount } from '../wire/text.ts';
import { certificateChanges } from './certificate-changes.ts';
import { certificateCalls } from './certificates.ts';
import { deviceCalls } from './devices.ts';
import { deviceOrders } from './orders.ts';
import { accountKeeping, registrationOffer, sessionKeeping } from './person.ts';

/**
 * A portal that speaks portal-api.md section 7, with somebody signed in.
 *
 * @param granted what the sign-in has told of the session; null when it comes from the keychain
 */
export function openSspPortal(exchange: Exchange, granted: SessionTerms | null): Portal {
  return {
    now: exchange.now,
    account: () =>
      exchange.read(wireAccount, {
        path: '/api/v1/ssp/account',
        route: '/ssp/account',
        // The app waits for this one at start; a portal that takes longer counts as out of reach.
        deadline: 10_000,
      }),
    allowance: async () => {
      const config = await exchange.read(wireConfig, {
        path: '/api/v1/ssp/config',
        route: '/ssp/config',
      });
      return {
        devicesUsed: optionalCount.parse(config.registration.devicesUsed),
        deviceLimit: optionalCount.parse(config.registration.deviceLimit),
        certificatesEnabled: config.certificates.enabled !== false,
        maxFileBytes: optionalCount.parse(config.certificates.maxFileBytes),
      };
    },
    signOut: async () => {
      await exchange.send(z.unknown(), {
        method: 'POST',
        path: '/api/v1/ssp/logout',
        route: '/ssp/logout',
        deadline: 5_000,
      });
    },
    ...deviceCalls(exchange),
    ...certificateCalls(exchange),
    orders: deviceOrders(exchange),
    session: sessionKeeping(exchange, granted),
    accountKeeping: accountKeeping(exchange),
    registration: registrationOffer(exchange),
    certificateChanges: certificateChanges(exchange),
  };
}
