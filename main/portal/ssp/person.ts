import { z } from 'zod';
import type {
  AccountKeeping,
  RegistrationOffer,
  SessionKeeping,
  SessionTerms,
} from '../capabilities.ts';
import type { Exchange } from '../exchange.ts';
import { wireAccountRules, wireProfile } from '../wire/profile.ts';
import { wirePin, wireRegistration, wireRegistrationRules } from '../wire/registration.ts';
import { reauthResult, sessionTerms, wireAccount } from '../wire/session.ts';

const base = '/api/v1/ssp';
const config = { path: `${base}/config`, route: '/ssp/config' };

/**
 * The session calls of portal-api.md 7.1 for whoever is signed in.
 *
 * @param granted what the sign-in has told already
 */
export function sessionKeeping(exchange: Exchange, granted: SessionTerms | null): SessionKeeping {
  return {
    granted,
    terms: () =>
      exchange.read(sessionTerms, {
        path: `${base}/session`,
        route: '/ssp/session',
        deadline: 10_000,
      }),
    reauth: async (password) => {
      const { reauthUntil } = await exchange.send(reauthResult, {
        method: 'POST',
        path: `${base}/session/reauth`,
        route: '/ssp/session/reauth',
        body: new URLSearchParams({ password }),
      });
      return reauthUntil;
    },
    acceptTerms: async (version) => {
      await exchange.send(z.unknown(), {
        method: 'POST',
        path: `${base}/session/terms`,
        route: '/ssp/session/terms',
        body: new URLSearchParams({ version }),
      });
    },
  };
}

/** The account calls of 7.5. */
export function accountKeeping(exchange: Exchange): AccountKeeping {
  const question = { path: `${base}/account`, route: '/ssp/account' };
  const whole = z.intersection(wireProfile, wireAccount);
  return {
    profile: async () => {
      const [profile, rules] = await Promise.all([
        exchange.read(whole, question),
        exchange.read(wireAccountRules, config),
      ]);
      const { accountEditable, passwordPolicy } = rules;
      return { ...profile, editable: accountEditable, passwordPolicy };
    },
    change: async (change, idempotencyKey) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(change))
        if (value !== undefined) body.set(name, value);
      await exchange.send(z.unknown(), { ...question, method: 'PUT', body, idempotencyKey });
    },
    passwordPolicy: async () => (await exchange.read(wireAccountRules, config)).passwordPolicy,
    changePassword: async (currentPassword, newPassword) => {
      await exchange.send(z.unknown(), {
        method: 'PUT',
        path: `${base}/account/password`,
        route: '/ssp/account/password',
        body: new URLSearchParams({ currentPassword, newPassword }),
      });
    },
    confirmEmail: async (code) => {
      await exchange.send(z.unknown(), {
        method: 'POST',
        path: `${base}/account/email/confirm`,
        route: '/ssp/account/email/confirm',
        body: new URLSearchParams({ pin: code }),
      });
    },
  };
}

/** The registration calls of 7.5; what is offered is the configuration's to say. */
export function registrationOffer(exchange: Exchange): RegistrationOffer {
  return {
    offer: async () => {
      const [offer, rules] = await Promise.all([
        exchange.read(wireRegistration, {
          path: `${base}/registration`,
          route: '/ssp/registration',
        }),
        exchange.read(wireRegistrationRules, config),
      ]);
      const { pinEnabled, qrEnabled, pinLength, pinLifetimeDays } = rules.registration;
      return {
        ...offer,
        qrPayload: qrEnabled ? offer.qrPayload : null,
        pinOffered: pinEnabled,
        pinLength,
        pinLifetimeDays,
      };
    },
    newPin: () =>
      exchange.send(wirePin, {
        method: 'POST',
        path: `${base}/account/regpin`,
        route: '/ssp/account/regpin',
        body: new URLSearchParams(),
      }),
  };
}
