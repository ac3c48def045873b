import { z } from 'zod';
import { link } from './link.ts';
import { flag, optionalCount, optionalTime } from './text.ts';

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
