import { failure, isFailure } from '../../failure.ts';
import { openExchange } from '../exchange.ts';
import type { ExchangeOptions } from '../exchange.ts';
import type { Door, Portal } from '../portal.ts';
import { grant, loginOptions } from '../wire/session.ts';
import { openSspPortal } from './portal.ts';

export type DoorOptions = Omit<ExchangeOptions, 'token' | 'ended'> & {
  /** Told of every request that was refused because the session of this token is over. */
  ended: (token: string) => void;
};

/** The door of a portal that speaks portal-api.md section 7 (`/api/v1/ssp`). */
export function openSspDoor({ ended, ...options }: DoorOptions): Door {
  const exchange = openExchange(options);
  const login = '/api/v1/ssp/login';
  const enter = (token: string): Portal =>
    openSspPortal(openExchange({ ...options, token, ended: () => ended(token) }));
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
      const { sessionToken, passwordExpired } = await exchange.send(grant, question).catch(refused);
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
