import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy } from './security-policy.ts';

/** The scheme, the origin and the one address that the app's page lives at. */
export const pageScheme = 'app';
export const pageOrigin = 'app://portal';
export const pageUrl = `${pageOrigin}/index.html`;

/** May the page load this? Its own files, and images that it made itself. */
export function isOwnAddress(address: string): boolean {
  return address.startsWith(`${pageOrigin}/`) || address.startsWith('data:image/');
}

/** Only what the build puts into the bundle; anything else is not a file of ours. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const refuse = (status: number): Response =>
  new Response(null, { status, headers: { 'content-security-policy': "default-src 'none'" } });

/**
 * The path inside the bundle that a request names, or null where it names anything else: another host, an
 * escape in any spelling (`..`, `%2e%2e`, `%5c`, `//`, NUL), or a type we don't ship.
 *
 * @param address the request's URL as Chromium sent it
 * @returns a relative path with forward slashes, such as `assets/index-Bx1.js`
 */
export function bundlePath(address: string): string | null {
  if (!address.startsWith(`${pageOrigin}/`)) return null;
  const raw = address.slice(pageOrigin.length).split(/[?#]/u, 1)[0] ?? '';
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return null;
  }
  // A second round of percent signs, a backslash or a NUL never occurs in our own names.
  if (/[%\\\0:]/u.test(path)) return null;
  const parts = path.slice(1).split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return null;
  if (!Object.hasOwn(mediaTypes, extname(path).toLowerCase())) return null;
  return parts.join('/');
}

/**
 * Answers requests for `app://portal/...` out of the bundle: GET only, one host, known file types, and
 * nothing outside `root` even through a link. The page itself gets a fresh style nonce at every load.
 *
 * @param root folder of the built page
 */
export function createSchemeHandler(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const path = bundlePath(request.url);
    if (path === null) return refuse(404);
    const type = mediaTypes[extname(path).toLowerCase()];
    if (type === undefined) return refuse(404);
    try {
      const home = await realpath(root);
      const file = await realpath(join(home, path));
      if (!file.startsWith(home + sep)) return refuse(404);
      const nonce = randomBytes(16).toString('base64');
      const body = await readFile(file);
      const isPage = path.endsWith('.html');
      return new Response(
        isPage ? body.toString('utf8').replaceAll('__NONCE__', nonce) : new Uint8Array(body),
        {
          headers: {
            'content-type': type,
            'content-security-policy': contentSecurityPolicy(nonce),
            'x-content-type-options': 'nosniff',
            'x-dns-prefetch-control': 'off',
            'referrer-policy': 'no-referrer',
            'cross-origin-opener-policy': 'same-origin',
            'cross-origin-resource-policy': 'same-origin',
          },
        },
      );
    } catch {
      return refuse(404);
    }
  };
}
