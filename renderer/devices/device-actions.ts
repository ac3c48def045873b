import type { Device, DeviceAction } from '../../preload/contract/devices.ts';
import type { IconName } from '../ui/icon-paths.ts';
import type { TextKey } from '../text/text.ts';

/** The actions of the strip, in their order. One more action is one more line here, and what the strip does with it. */
const offered = [
  { action: 'force-check-in', icon: 'check-in', isApart: false },
  { action: 'locate', icon: 'locate', isApart: false },
  { action: 'lock', icon: 'lock', isApart: false },
  { action: 'unlock', icon: 'unlock', isApart: false },
  { action: 'retire', icon: 'retire', isApart: true },
  { action: 'wipe', icon: 'wipe', isApart: true },
] as const satisfies readonly { action: DeviceAction; icon: IconName; isApart: boolean }[];

export type OfferedAction = (typeof offered)[number]['action'];

/** An action as the strip shows it. `why` is null where it is allowed. */
export type StripAction = {
  action: OfferedAction;
  icon: IconName;
  isApart: boolean;
  why: { key: TextKey; code: string; icon: IconName } | null;
};

/**
 * The actions of a device in their order: the harmless first, the destructive apart. The portal says which
 * there are and why one is refused; one of the same kind that is under way refuses too.
 */
export function stripActions(device: Device): readonly StripAction[] {
  return offered.flatMap(({ action, icon, isApart }) => {
    const said = device.actions[action];
    if (said === undefined) return [];
    const isPending = device.pending.some(({ type }) => type === action);
    // Whoever has found a lost device must not be let in, whatever the portal offers.
    const refusal =
      action === 'unlock' && device.lostMode
        ? 'lost-mode'
        : (said ?? (isPending ? 'command-pending' : null));
    const why =
      refusal === null
        ? null
        : {
            key: `devices.refusal.${refusal}` as const,
            code: device.portalCodes?.[action] ?? '',
            icon: refusal === 'command-pending' ? ('clock' as const) : ('refused' as const),
          };
    return [{ action, icon, isApart, why }];
  });
}
