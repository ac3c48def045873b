import type { DeviceLocation } from '../../../preload/contract/orders.ts';
import { number, relativeTime } from '../../text/format.ts';
import { formatLocale, t } from '../../text/text.ts';
import { nearestCity } from './nearest-city.ts';

export type Found = Extract<DeviceLocation, { found: true }>;

/** `near Ghent, Belgium`; far from every city that the app knows it says so. */
export function placeWords(place: Found): string {
  const city = nearestCity(place);
  if (city === null) return t('devices.location.nowhere');
  const country = new Intl.DisplayNames(formatLocale(), { type: 'region' }).of(city.country);
  return t('devices.location.near', { city: city.name, country: country ?? city.country });
}

/** How old the place is, by the portal's clock where that is known. `askedAt` and `now` in epoch ms. */
export function ageWords({ ageMs, capturedAt }: Found, askedAt: number, now: number): string {
  const at = ageMs === null ? capturedAt : askedAt - ageMs;
  return at === null
    ? t('devices.location.age-unknown')
    : t('devices.location.age', { relative: relativeTime(at, Math.max(now, askedAt)) });
}

/** `within about 5 km`, `within about 20 m`; metres are not told more exactly than they are known. */
export function accuracyWords(meters: number | null): string {
  if (meters === null) return t('devices.location.accuracy.unknown');
  const distance =
    meters < 1000
      ? `${number(Math.max(1, meters < 20 ? Math.round(meters) : Math.round(meters / 10) * 10))} m`
      : `${number(Math.round(meters / 1000))} km`;
  return t('devices.location.accuracy.within', { distance });
}

/** `51.0543° N` and `3.7174° E`. */
export function coordinates({ latitude, longitude }: Found): [string, string] {
  return [
    `${Math.abs(latitude).toFixed(4)}° ${latitude < 0 ? 'S' : 'N'}`,
    `${Math.abs(longitude).toFixed(4)}° ${longitude < 0 ? 'W' : 'E'}`,
  ];
}
