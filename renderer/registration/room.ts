import type { Registration } from '../../preload/contract/account.ts';
import { t } from '../text/text.ts';

type Room = Pick<Registration, 'devicesUsed' | 'deviceLimit'>;

/** Whether one more device may be registered, as far as the portal says. */
export function hasRoom({ devicesUsed, deviceLimit }: Room): boolean {
  return devicesUsed === null || deviceLimit === null || devicesUsed < deviceLimit;
}

/** How many devices are used of how many, in words; what the dialog is for when the portal tells neither. */
export function roomWords({ devicesUsed: used, deviceLimit: limit }: Room): string {
  if (used === null) return t('registration.lead');
  if (limit === null) return t('registration.used', { used });
  return used < limit
    ? t('registration.room', { used, limit, left: limit - used })
    : t('registration.full', { used, limit });
}
