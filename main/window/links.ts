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
