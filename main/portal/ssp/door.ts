import { z } from 'zod';
import { failure, isFailure } from '../../failure.ts';
import type { SessionTerms } from '../capabilities.ts';
import { openExchange } from '../exchange.ts';
import type { ExchangeOptions } from '../exchange.ts';
import type { Door, Grant, PasswordHelp, Portal } from '../portal.ts';
import { openPortalTime } from '../portal-time.ts';
import { grant, loginOptions, sessionTerms } from '../wire/session.ts';
import { readLooks } from './looks.ts';
import { openSspPortal } from './portal.ts';

export type DoorOptions = Omit<ExchangeOptions, 'token' | 'ended'> & {
  /** Told of every request that was refused because the session of this token is over, or its password too old. */
  ended: (token: string, because: 'expired' | 'password-expired') => void;
};

const login = '/api/v1/ssp/login';

/** The door of a portal that speaks portal-api.md section 7 (`/api/v1/ssp`). */
export function openSspDoor({ ended, ...given }: DoorOptions): Door {
  // One clock for the door and for every session behind it: the sign-in's own answers have set it already.
  const options = { ...given, time: given.time ?? openPortalTime(given.clock) };
  const exchange = openExchange(options);
  const looks = readLooks(exchange, options.http, options.origin, options.signal);
  let granted: { token: string; terms: SessionTerms } | null = null;

  const enter = (token: string): Portal => {
    const inside = openExchange({ ...options, token, ended: (because) => ended(token, because) });
    return { ...openSspPortal(inside, granted?.token === token ? granted.terms : null), looks };
  };

  async function opened(path: string, body: URLSearchParams): Promise<Grant> {
    const question = { method: 'POST', path, route: path.slice('/api/v1'.length), body } as const;
    const told = z.intersection(grant, sessionTerms);
    const {
      sessionToken: token,
      expiresAt: _,
      ...terms
    } = await exchange.send(told, question).catch(refused);
    granted = { token, terms };
    const { passwordExpired, termsOfService } = terms;
    return { token, passwordExpired, termsOfService };
  }

  return {
    origin: options.origin,
    facts: (username) =>
      exchange.read(loginOptions, {
        path: `${login}/options`,
        route: '/ssp/login/options',
        query: { username: username ?? '' },
      }),
    signIn: ({ username, password, pin }) => {
      const body = new URLSearchParams({ username, password });
      if (pin !== undefined) body.set('pin', pin);
      return opened(login, body);
    },
    signInFromBrowser: ({ code, verifier }) =>
      opened(`${login}/saml`, new URLSearchParams({ code, codeVerifier: verifier })),
    passwordHelp: () => passwordHelp(exchange),
    enter,
  };
}

/** The forgotten password of 7.1. */
function passwordHelp(exchange: ReturnType<typeof openExchange>): PasswordHelp {
  const send = async (what: 'forgot' | 'reset', form: Record<string, string>): Promise<void> => {
    await exchange.send(z.unknown(), {
      method: 'POST',
      path: `/api/v1/ssp/password/${what}`,
      route: `/ssp/password/${what}`,
      body: new URLSearchParams(form),
    });
  };
  return {
    forgot: (username) => send('forgot', { username }),
    reset: (username, pin, newPassword) => send('reset', { username, pin, newPassword }),
  };
}

/** At the door a plain 401 means that the credentials are wrong: nobody is signed in whose session could be over. */
function refused(cause: unknown): never {
  throw isFailure(cause, 'signed-out') ? failure('bad-credentials') : cause;
}
