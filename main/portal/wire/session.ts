import { z } from 'zod';
import type { TermsOfService } from '../../../preload/contract/session.ts';
import type { Account, PortalFacts } from '../portal.ts';
import type { SessionTerms } from '../capabilities.ts';
import { link } from './link.ts';
import {
  anything,
  flag,
  longText,
  optionalCount,
  optionalText,
  optionalTime,
  token,
} from './text.ts';

/** `GET /ssp/login/options` (portal-api.md 7.1). */
export const loginOptions: z.ZodType<PortalFacts> = z
  .object({
    authType: token,
    samlUrl: link,
    pinRequired: flag,
    branding: z.object({ tenantName: optionalText() }).catch({ tenantName: null }),
  })
  .transform(({ authType, samlUrl, pinRequired, branding }) => ({
    signIn: authType === 'SAML' ? 'saml' : authType === 'CERTIFICATE' ? 'certificate' : 'password',
    browserPage: authType === 'SAML' ? samlUrl : null,
    pinRequired,
    tenantName: branding.tenantName,
  }));

/** `POST /ssp/login`. The token is opaque, but it goes into a header: no white space, no other letters. */
export const grant = z.object({
  sessionToken: z.string().regex(/^[\x21-\x7e]{1,4096}$/u),
  expiresAt: optionalTime,
});

/** Longer terms are cut, and nobody is asked to accept what they can't read. */
const longestTerms = 65_536;

/** Terms of service that wait to be accepted; null where there are none, or none that could be named in an answer. */
const waitingTerms = z
  .object({
    version: z.string().min(1).max(128),
    title: optionalText(),
    text: longText(longestTerms),
  })
  .nullish()
  .catch(null)
  .transform((terms): TermsOfService | null => terms ?? null);

/** The session as the login and `GET /ssp/session` tell of it. */
export const sessionTerms: z.ZodType<SessionTerms> = z
  .object({
    reauthUntil: optionalTime,
    inactivityTimeoutMinutes: optionalCount,
    passwordExpired: flag,
    termsOfService: waitingTerms,
  })
  .transform(({ inactivityTimeoutMinutes, ...terms }) => ({
    ...terms,
    // A day is longer than any session; nothing is not a limit.
    inactivityMinutes: inactivityTimeoutMinutes === 0 ? null : inactivityTimeoutMinutes,
  }));

/** `POST /ssp/session/reauth` */
export const reauthResult = z.object({ reauthUntil: optionalTime });

/** `GET /ssp/account` (7.5). */
export const wireAccount: z.ZodType<Account> = z
  .object({
    username: optionalText(),
    uid: optionalText(),
    displayName: optionalText(),
    firstName: optionalText(128),
    lastName: optionalText(128),
    emailAddress: optionalText(),
  })
  .transform((account) => {
    const username = account.username ?? account.uid ?? account.emailAddress ?? '';
    const full = [account.firstName, account.lastName].filter((part) => part !== null).join(' ');
    const displayName = account.displayName ?? (full === '' ? username : full);
    return { username, displayName, emailAddress: account.emailAddress };
  });

/** The parts of `GET /ssp/config` (7.2) that this app goes by. */
export const wireConfig = z.object({
  registration: z
    .object({ deviceLimit: anything, devicesUsed: anything })
    .catch({ deviceLimit: null, devicesUsed: null }),
  certificates: z
    .object({ enabled: anything, maxFileBytes: anything })
    .catch({ enabled: true, maxFileBytes: null }),
});
