import type { Device } from '../../preload/contract/devices.ts';
import { commaList } from '../text/comma-list.ts';
import { t } from '../text/text.ts';
import type { DeviceShape } from '../ui/DeviceDrawing.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/State.tsx';

export type StateWords = { icon: IconName; tone: Tone; words: string };

/** Which drawing a device gets. */
export function shapeOf({ platform, form }: Device): DeviceShape {
  switch (platform) {
    case 'ios':
      return 'iphone';
    case 'ipados':
      return 'ipad';
    case 'android':
      return form === 'phone' ? 'android-phone' : 'android-tablet';
    case 'macos':
      return form === 'desktop' ? 'desktop' : 'macbook';
    case 'windows':
      return form === 'desktop' ? 'desktop' : 'windows-laptop';
    case 'chromeos':
      return form === 'desktop' ? 'desktop' : 'chromebook';
    case 'unknown':
      return form === 'desktop'
        ? 'desktop'
        : form === 'laptop'
          ? 'windows-laptop'
          : 'android-phone';
    default:
      return platform satisfies never;
  }
}

/** What a person calls this kind of device: "iPhone", "phone", "computer". */
export function nounOf({ platform, form }: Device): string {
  switch (platform) {
    case 'ios':
      return t('devices.noun.iphone');
    case 'ipados':
      return t('devices.noun.ipad');
    case 'macos':
      return t('devices.noun.mac');
    case 'chromeos':
      return t('devices.noun.chromebook');
    case 'windows':
      return form === 'tablet' ? t('devices.noun.tablet') : t('devices.noun.computer');
    case 'android':
      return form === 'tablet' ? t('devices.noun.tablet') : t('devices.noun.phone');
    case 'unknown':
      return t('devices.noun.device');
    default:
      return platform satisfies never;
  }
}

/** `iPhone 17, iOS 27.1, company owned`: as much of it as the portal tells. */
export function factsLine({ model, os, ownership }: Device): string {
  const whose = ownership === 'unknown' ? null : t(`devices.ownership.${ownership}`);
  return commaList([model, os, whose].flatMap((fact) => (fact ? [fact] : [])));
}

/** How a device stands, in a word or two: what needs the person first. */
export function stateOf(device: Device): StateWords {
  const [command] = device.pending;
  if (command) {
    return {
      icon:
        command.type === 'lock' ? 'lock' : command.type === 'force-check-in' ? 'check-in' : 'clock',
      tone: 'live',
      words: t(`devices.pending.${command.type}`),
    };
  }
  if (device.lostMode) {
    return { icon: 'locate', tone: 'warning', words: t('devices.state.lost-mode') };
  }
  if (device.state === 'other') {
    return { icon: 'info', tone: 'dim', words: device.stateText ?? t('devices.state.other') };
  }
  if (device.state !== 'active') {
    return { icon: 'clock', tone: 'dim', words: t(`devices.state.${device.state}`) };
  }
  if (device.compliance === 'not-compliant') {
    return { icon: 'warning', tone: 'warning', words: t('devices.state.not-compliant') };
  }
  if (device.connectivity === 'offline') {
    return { icon: 'offline', tone: 'dim', words: t('devices.state.offline') };
  }
  return device.compliance === 'compliant'
    ? { icon: 'passed', tone: 'dim', words: t('devices.state.compliant') }
    : { icon: 'passed', tone: 'dim', words: t('devices.state.active') };
}

/** Whether a lock is on its way to a device or holds it, for its drawing. */
export function lockOf(device: Device, lastLockDone: boolean): 'requested' | 'done' | null {
  if (device.pending.some(({ type }) => type === 'lock')) return 'requested';
  return lastLockDone ? 'done' : null;
}
