import { isFailure } from '../failure.ts';
import { readCredential } from './admin-v1/credential.ts';
import { openAdminDoor } from './admin-v1/door.ts';
import type { Door, PortalFacts } from './portal.ts';
import { openSspDoor } from './ssp/door.ts';
import type { DoorOptions } from './ssp/door.ts';

/**
 * The door of a portal of either kind. Which one it is, the portal says before any password leaves:
 *
 * 1. `GET /api/v1/ssp/login/options`, Latchkey's own contract (portal-api.md 7.1). A good answer: `ssp`. Any failure
 *    but the two below is the portal's, and stands.
 * 2. If that is not there (404), or is behind a log-on like everything else (401): the vendor's documented
 *    `GET /api/v1/metadata/tenant`, without a credential. A 401 in the vendor's error envelope: `admin-v1`.
 *    Anything else: `not-found`, here is no portal.
 *
 * A stored secret says itself which kind it belongs to, so a restored session asks neither.
 */
export function openPortalDoor(options: DoorOptions): Door {
  const ssp = openSspDoor(options);
  const admin = openAdminDoor(options);
  let found: Door | null = null;

  async function facts(username?: string): Promise<PortalFacts> {
    if (found !== null) return found.facts(username);
    try {
      return await ssp.facts(username);
    } catch (cause) {
      if (!isFailure(cause, 'not-found', 'signed-out')) throw cause;
    }
    const told = await admin.facts();
    found = admin;
    return told;
  }

  return {
    origin: options.origin,
    facts,
    signIn: (credentials) => (found ?? ssp).signIn(credentials),
    signInFromBrowser: (back) => (found ?? ssp).signInFromBrowser(back),
    passwordHelp: () => (found ?? ssp).passwordHelp(),
    enter: (token) => {
      if (readCredential(token) === null) return ssp.enter(token);
      found = admin;
      return admin.enter(token);
    },
  };
}
