import type { MiddlewareHandler } from 'hono';

const security = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Keeps web pages away from the loopback server: a request must name it by a loopback host and its own port
 * (a rebound DNS name does not), and must not come from a page of another origin. No CORS header is ever sent.
 * @param port gives the port once the server listens
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const own = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const host = context.req.header('host') ?? '';
    if (!own.includes(host)) return context.text('Misdirected request', 421, security);
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site') ?? 'none';
    const isForeign = origin !== undefined && !own.some((name) => origin === `http://${name}`);
    if (isForeign || site === 'cross-site' || site === 'same-site') {
      return context.text('Not for web pages', 403, security);
    }
    await next();
    for (const [name, value] of Object.entries(security)) context.header(name, value);
    return undefined;
  };
}
