import { z } from 'zod';
import type { AccountProfile, PasswordPolicy } from '../../../preload/contract/account.ts';
import { flag, optionalCount, optionalText, optionalTime, token } from './text.ts';

const sources: Record<string, AccountProfile['source']> = {
  LOCAL: 'local',
  LDAP: 'directory',
  IDP: 'identity-provider',
};

/** No limit, where the portal says 0. */
const limit = optionalCount.transform((value) => (value === 0 ? null : value));

/** The rules of portal-api.md 7.2. */
const wirePolicy: z.ZodType<PasswordPolicy> = z.object({
  minLength: optionalCount,
  maxLength: limit,
  requiredClasses: optionalCount,
  minSpecial: optionalCount,
  minUpper: optionalCount,
  minLower: optionalCount,
  minNumeric: optionalCount,
  maxNumericSequence: limit,
  maxRepeated: limit,
  history: optionalCount,
  expiryDays: limit,
});

const editable = z.object({ name: flag, email: flag, password: flag });

/** The parts of `GET /ssp/config` that the account's page goes by; what is not said is not allowed. */
export const wireAccountRules = z.object({
  accountEditable: editable.catch({ name: false, email: false, password: false }),
  passwordPolicy: wirePolicy.catch(wirePolicy.parse({})),
});

/** `GET /ssp/account` with all that its page shows (7.5). */
export const wireProfile = z
  .object({
    pendingEmailAddress: optionalText(),
    firstName: optionalText(128),
    lastName: optionalText(128),
    accountSource: token,
    passwordExpiresAt: optionalTime,
  })
  .transform(({ accountSource, ...profile }) => ({
    ...profile,
    source: Object.hasOwn(sources, accountSource)
      ? (sources[accountSource] ?? 'unknown')
      : ('unknown' as const),
  }));
