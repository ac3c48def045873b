import type { CustomScheme } from 'electron';

/** What `protocol.handle` was given for a scheme. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

type Scheme = { privileges: CustomScheme['privileges']; handler: SchemeHandler | undefined };

/** The custom schemes of the app, by name. */
export const schemes = new Map<string, Scheme>();

/** Chromium looks this domain up on the loopback server of the stand-in. */
export const SCHEME_DOMAIN = 'app-scheme.localhost';

const CUSTOM = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is;
const MAPPED = new RegExp(
  `^http://([^/?#:]*)\\.([a-z0-9+-]+)\\.${SCHEME_DOMAIN.replaceAll('.', '\\.')}(?::\\d+)?(.*)$`,
  'is',
);

/**
 * The address that Chromium loads for an address of a custom scheme: `app://portal/x` is
 * `http://portal.app.app-scheme.localhost/x`, a secure context whose origin needs no port. Others stay.
 */
export function toChromiumUrl(url: string): string {
  const [, scheme, host, rest] = CUSTOM.exec(url) ?? [];
  // file: is Chromium's own, even where the app has taken it over
  if (scheme === undefined || scheme === 'file' || !schemes.has(scheme.toLowerCase())) return url;
  return `http://${host ?? ''}.${scheme.toLowerCase()}.${SCHEME_DOMAIN}${rest === '' ? '/' : (rest ?? '')}`;
}

/** The way back: what the app calls the address that Chromium shows. */
export function toAppUrl(url: string): string {
  const [, host, scheme, rest] = MAPPED.exec(url) ?? [];
  return scheme === undefined ? url : `${scheme}://${host ?? ''}${rest ?? ''}`;
}

/** The origin of an address as Electron names it (`app://portal`), or `null` for an opaque one. */
export function originOf(url: string): string {
  const [, scheme, host] = CUSTOM.exec(toAppUrl(url)) ?? [];
  return scheme === undefined || host === undefined || scheme === 'data' || scheme === 'about'
    ? 'null'
    : `${scheme}://${host}`;
}

/** A Content-Security-Policy in which custom schemes as sources (`app:`) are the mapped hosts. */
export function mapPolicy(policy: string): string {
  return policy
    .replaceAll(
      /(^|[\s;])([a-z][a-z0-9+.-]*):(?:\/\/([^\s;/]+))?\/?(?=[\s;]|$)/g,
      (all: string, before: string, scheme: string, host: string | undefined) =>
        schemes.has(scheme) ? `${before}http://${host ?? '*'}.${scheme}.${SCHEME_DOMAIN}` : all,
    )
    .replaceAll(/upgrade-insecure-requests;?/g, '');
}
