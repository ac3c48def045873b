import { z } from 'zod';
import { isLoopback } from '../address.ts';
import { anything, cleanText, flag, optionalCount, optionalTime } from './text.ts';

/**
 * A link that a person may be shown or may scan: `https:`, or plain HTTP on loopback, without a user name in it.
 * Anything else is as good as none.
 */
const link = anything.transform((value): string | null => {
  if (typeof value !== 'string' || value.length > 2048) return null;
  const url = URL.parse(cleanText(value, 2048));
  if (url === null || url.username !== '' || url.password !== '' || url.href.length > 2048)
    return null;
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return isSafe ? url.href : null;
});

/** `GET /ssp/registration` (portal-api.md 7.5). */
export const wireRegistration = z.object({
  url: link,
  qrPayload: link,
  qrExpiresAt: optionalTime,
  devicesUsed: optionalCount,
  deviceLimit: optionalCount,
});

/** What `GET /ssp/config` says of registration (7.2). */
export const wireRegistrationRules = z.object({
  registration: z
    .object({
      pinEnabled: flag,
      qrEnabled: flag,
      pinLength: optionalCount,
      pinLifetimeDays: optionalCount,
    })
    .catch({ pinEnabled: false, qrEnabled: false, pinLength: null, pinLifetimeDays: null }),
});

/** A PIN that the portal has made up: `POST /ssp/account/regpin`, `POST /ssp/device/{id}/secureAppsPin`. */
export const wirePin = z.object({
  // Leading zeros count, so a number will not do.
  pin: z.string().regex(/^[0-9A-Za-z]{1,64}$/u),
  expiresAt: optionalTime,
});
