import { z } from 'zod';

/** Where updates come from, or why from nowhere. */
export type Feed =
  | { status: 'set'; url: string; host: string }
  | { status: 'off'; because: 'no-feed' | 'bad-feed' };

/** The line of `app-update.yml`, as electron-builder writes it into the package, that has the feed's address. */
const urlLine = /^url:\s*(?:'(?<single>[^']+)'|"(?<double>[^"]+)"|(?<bare>\S+))\s*$/mu;

/** Address of the feed in the text of an `app-update.yml`; null when it has none. */
export function feedInPackage(text: string): string | null {
  const { single, double, bare } = urlLine.exec(text)?.groups ?? {};
  return single ?? double ?? bare ?? null;
}

/**
 * The feed that is asked. Only `https:`: on Linux the checksum in the feed is all that vouches for a package, so the
 * feed itself has to be beyond doubt. A host under `.invalid` (RFC 2606) is what a package has that was built for none.
 *
 * @param inSettings set by whoever looks after the computer, in the settings file; never by the page
 * @param inPackage set when the package was built
 */
export function chooseFeed(inSettings: string | null, inPackage: string | null): Feed {
  const address = inSettings ?? inPackage;
  if (address === null) return { status: 'off', because: 'no-feed' };
  const parsed = z.url({ protocol: /^https$/u }).safeParse(address);
  const url = parsed.success ? URL.parse(parsed.data) : null;
  if (url === null || url.username !== '' || url.password !== '')
    return { status: 'off', because: 'bad-feed' };
  if (/(?:^|\.)invalid$/u.test(url.hostname)) return { status: 'off', because: 'no-feed' };
  return { status: 'set', url: url.href, host: url.host };
}
