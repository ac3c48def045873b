import type { Device, Platform } from '../../../preload/contract/devices.ts';

/** What the vendor's record says of the kind of a device, in upper case with underscores. */
export type PlatformWords = {
  platformType: string;
  deviceFamily: string;
  model: string;
};

/**
 * Which platform it is. The vendor's token for every Windows, phones or not, is `WINDOWS_PHONE`
 * (portal-api.md 2.1); an iPad is an `IOS` by its token and known by its model.
 */
export function readPlatform({ platformType, deviceFamily, model }: PlatformWords): Platform {
  const words = `${platformType} ${deviceFamily}`;
  if (/WINDOWS/u.test(words)) return 'windows';
  if (/CHROME/u.test(words)) return 'chromeos';
  if (/MAC|OSX/u.test(words)) return 'macos';
  if (/ANDROID/u.test(words)) return 'android';
  if (/IPAD/u.test(`${words} ${model}`)) return 'ipados';
  if (/IOS|IPHONE/u.test(words)) return 'ios';
  return 'unknown';
}

/** The shape that its picture has. */
export function readForm(
  platform: Platform,
  { deviceFamily, model }: PlatformWords,
): Device['form'] {
  const words = `${deviceFamily} ${model}`;
  if (platform === 'ipados' || /TABLET|IPAD|GALAXY_TAB/u.test(words)) return 'tablet';
  if (/DESKTOP|IMAC|MAC_?MINI|MAC_?STUDIO|TOWER/u.test(words)) return 'desktop';
  if (/LAPTOP|BOOK|NOTEBOOK/u.test(words)) return 'laptop';
  return ['macos', 'windows', 'chromeos'].includes(platform) ? 'laptop' : 'phone';
}

const names: Record<Platform, string | null> = {
  ios: 'iOS',
  ipados: 'iPadOS',
  android: 'Android',
  macos: 'macOS',
  windows: 'Windows',
  chromeos: 'ChromeOS',
  unknown: null,
};

/** `iOS 27.1`: the system's name and version, as much of it as is known. */
export function readOs(platform: Platform, version: string | null): string | null {
  const name = names[platform];
  if (name === null || version === null) return name ?? version;
  return version.toLowerCase().startsWith(name.toLowerCase()) ? version : `${name} ${version}`;
}
