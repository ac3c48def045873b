import type { z } from 'zod';
import type { knownLink } from '../../preload/contract/app.ts';

/** Names of the pages outside the app that it can open. */
export type KnownLink = z.infer<typeof knownLink>;

/** Where most portals answer (Ivanti's documentation), for whoever has lost the address. */
const defaultPortal = 'https://mydevices.mobileiron.com/user/login.html';
const help = 'https://latchkey.example/help';

/**
 * The address behind a link that the page has named.
 *
 * @param portalOrigin `https://host[:port]` of the portal in use, null when there is none
 * @returns an https address, or null where there is nothing to open
 */
export function linkAddress(link: KnownLink, portalOrigin: string | null): string | null {
  switch (link) {
    case 'default-portal':
      return defaultPortal;
    case 'help':
      return help;
    case 'portal':
      return portalOrigin?.startsWith('https://') === true ? `${portalOrigin}/` : null;
    default:
      return link satisfies never;
  }
}

/** Where a map is drawn from coordinates in the address (OpenStreetMap wiki, Permalink). */
const map = 'https://www.openstreetmap.org';
/** Streets and their names; the place is seldom known better. */
const mapZoom = 14;

/**
 * The address of a map with a place marked on it, to five decimals, which is a metre.
 *
 * @param place degrees, WGS 84, checked to be on the globe
 */
export function mapAddress(place: { latitude: number; longitude: number }): string {
  const [latitude, longitude] = [place.latitude.toFixed(5), place.longitude.toFixed(5)];
  return `${map}/?mlat=${latitude}&mlon=${longitude}#map=${mapZoom}/${latitude}/${longitude}`;
}
