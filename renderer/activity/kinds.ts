import type { ActivityAction } from '../../preload/contract/activity.ts';
import type { IconName } from '../ui/icon-paths.ts';

/** What an entry is about; the filter goes by it. */
export type Area = 'devices' | 'certificates' | 'account';

/** Where each action belongs, and the icon that it is found by. */
export const kinds: Readonly<Record<ActivityAction, { area: Area; icon: IconName }>> = {
  'sign-in': { area: 'account', icon: 'account' },
  'sign-out': { area: 'account', icon: 'account' },
  lock: { area: 'devices', icon: 'lock' },
  unlock: { area: 'devices', icon: 'unlock' },
  wipe: { area: 'devices', icon: 'wipe' },
  retire: { area: 'devices', icon: 'retire' },
  'force-check-in': { area: 'devices', icon: 'check-in' },
  'cancel-wipe': { area: 'devices', icon: 'close' },
  'cancel-retire': { area: 'devices', icon: 'close' },
  locate: { area: 'devices', icon: 'locate' },
  'set-ownership': { area: 'devices', icon: 'building' },
  'secure-apps-pin': { area: 'devices', icon: 'shield' },
  'show-pin': { area: 'devices', icon: 'eye' },
  'add-certificate': { area: 'certificates', icon: 'upload' },
  'edit-certificate': { area: 'certificates', icon: 'pencil' },
  'replace-certificate': { area: 'certificates', icon: 'file' },
  'clear-private-key': { area: 'certificates', icon: 'key-off' },
  'delete-certificate': { area: 'certificates', icon: 'bin' },
  'save-strong-copy': { area: 'certificates', icon: 'save' },
  'export-certificate': { area: 'certificates', icon: 'save' },
  'change-name': { area: 'account', icon: 'pencil' },
  'change-email': { area: 'account', icon: 'mail' },
  'change-password': { area: 'account', icon: 'key' },
  'registration-pin': { area: 'account', icon: 'plus' },
  'export-activity': { area: 'account', icon: 'save' },
  'confirm-email': { area: 'account', icon: 'mail' },
  'save-web-clip': { area: 'account', icon: 'save' },
  'save-report': { area: 'account', icon: 'save' },
};
