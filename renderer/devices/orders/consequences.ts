import type { Device } from '../../../preload/contract/devices.ts';
import type { TextKey, TextParams } from '../../text/text.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import { ago } from '../ago.ts';
import { nounOf } from '../device-words.ts';

/** One thing that an order does, for the list in its dialog. */
export type Consequence = { icon: IconName; of: TextKey; params: TextParams };

const erased: Record<Device['platform'], TextKey> = {
  ios: 'devices.wipe.erased.apple',
  ipados: 'devices.wipe.erased.apple',
  android: 'devices.wipe.erased.android',
  macos: 'devices.wipe.erased.macos',
  windows: 'devices.wipe.erased.windows',
  chromeos: 'devices.wipe.erased.chromeos',
  unknown: 'devices.wipe.erased.unknown',
};

function isLocatable({ actions }: Device): boolean {
  const { locate } = actions;
  return (
    locate !== undefined && locate !== 'not-supported-by-platform' && locate !== 'location-disabled'
  );
}

function cancelling(device: Device, now: number): Consequence {
  const noun = nounOf(device);
  if (device.lastCheckIn === null) {
    return { icon: 'clock', of: 'devices.order.cancel-until', params: { noun } };
  }
  return {
    icon: 'clock',
    of:
      device.connectivity === 'offline'
        ? 'devices.order.cancel-until.offline'
        : 'devices.order.cancel-until.online',
    params: { noun, relative: ago(device.lastCheckIn, now) },
  };
}

/** What a wipe does to this device, per platform (portal-api.md 2.2). `now` in epoch ms. */
export function wipeConsequences(device: Device, now: number): readonly Consequence[] {
  const params = { noun: nounOf(device) };
  return [
    { icon: 'wipe', of: erased[device.platform], params },
    ...(isLocatable(device)
      ? [{ icon: 'locate' as const, of: 'devices.wipe.locating-ends' as const, params }]
      : []),
    { icon: 'mail', of: 'devices.wipe.certificates', params },
    cancelling(device, now),
  ];
}

/** What a retirement does to this device, per platform (portal-api.md 2.2). `now` in epoch ms. */
export function retireConsequences(device: Device, now: number): readonly Consequence[] {
  const params = { noun: nounOf(device) };
  const isWhole = device.platform === 'android' && device.ownership === 'company';
  return [
    { icon: 'building', of: 'devices.retire.management-ends', params },
    {
      icon: 'file',
      of: isWhole
        ? 'devices.retire.private.android-company'
        : device.platform === 'android'
          ? 'devices.retire.private.android'
          : 'devices.retire.private',
      params,
    },
    { icon: 'locate', of: 'devices.retire.location', params },
    cancelling(device, now),
  ];
}

const cleared: Record<Device['platform'], TextKey> = {
  ios: 'devices.unlock.cleared.apple',
  ipados: 'devices.unlock.cleared.apple',
  android: 'devices.unlock.cleared.android',
  chromeos: 'devices.unlock.cleared.chromeos',
  macos: 'devices.unlock.cleared.other',
  windows: 'devices.unlock.cleared.other',
  unknown: 'devices.unlock.cleared.other',
};

/** What an unlock does to this device, per platform (portal-api.md 2.2). */
export function unlockConsequences(device: Device): readonly Consequence[] {
  const params = { noun: nounOf(device) };
  return [
    { icon: 'unlock', of: cleared[device.platform], params },
    { icon: 'shield', of: 'devices.unlock.not-when-lost', params },
  ];
}
