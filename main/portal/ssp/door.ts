import { z } from 'zod';
import { failure, isFailure } from '../../failure.ts';
import type { SessionTerms } from '../capabilities.ts';
import { openExchange } from '../exchange.ts';
import type { ExchangeOptions } from '../exchange.ts';
import type { Door, Portal } from '../portal.ts';
import { grant, loginOptions, sessionTerms } from '../wire/session.ts';
import { readLooks } from './looks.ts';
import { openSspPortal } from './portal.ts';

export type DoorOptions = Omit<ExchangeOptions, 'token' | 'ended'> & {
  /** Told of every request that was refused because the session of this token is over. */
  ended: (token: string) => void;
};

/** The door of a portal that speaks portal-api.md section 7 (`/api/v1/ssp`). */
export function openSspDoor({ ended, ...options }: DoorOptions): Door {
  const exchange = openExchange(options);
  const login = '/api/v1/ssp/login';
  const looks = readLooks(exchange, options.http, options.origin, options.signal);
  let granted: { token: string; terms: SessionTerms } | null = null;
  const enter = (token: string): Portal => {
    const inside = openExchange({ ...options, token, ended: () => ended(token) });
    return { ...openSspPortal(inside, granted?.token === token ? granted.terms : null), looks };
  };
  return {
    origin: options.origin,
    facts: (username) =>
      exchange.read(loginOptions, {
        path: `${login}/options`,
        route: '/ssp/login/options',
        query: { username: username ?? '' },
      }),
    signIn: async ({ username, password, pin }) => {
      const body = new URLSearchParams({ username, password });
      if (pin !== undefined) body.set('pin', pin);
      const question = { method: 'POST', path: login, route: '/ssp/login', body } as const;
      const told = z.intersection(grant, sessionTerms);
      const { sessionToken, passwordExpired, reauthUntil, inactivityMinutes } = await exchange
        .send(told, question)
        .catch(refused);
      granted = { token: sessionToken, terms: { reauthUntil, inactivityMinutes } };
      if (!passwordExpired) return sessionToken;
      // A session that is good for nothing but a new password is not left standing.
      await enter(sessionToken)
        .signOut()
        .catch(() => undefined);
      throw failure('password-expired');
    },
    enter,
  };
}

/** At the door a plain 401 means that the credentials are wrong: nobody is signed in whose session could be over. */
function refused(cause: unknown): never {
  throw isFailure(cause, 'signed-out') ? failure('bad-credentials') : cause;
}
