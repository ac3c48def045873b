import { createHash, randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { Portal } from './portal.ts';

const lifetime = 60_000;
const codesKept = 100;

const query = (url: string): URLSearchParams => new URL(url).searchParams;

/** Whether a redirect leads back to an app on this computer, as RFC 8252 7.3 has it. */
function isLoopback(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'http:' && (url.hostname === '127.0.0.1' || url.hostname === '[::1]');
}

/**
 * The demo's identity provider: it takes whoever has `authType` SAML for signed in, and sends the browser back
 * to the app with a code that is good for one minute, once, and only with the PKCE verifier (RFC 7636).
 */
export function mountIdentityProvider(app: Hono, portal: Portal): void {
  app.get('/api/v1/ssp/saml/authorize', (context) => {
    const asked = query(context.req.url);
    const redirect = asked.get('redirect_uri') ?? '';
    const challenge = asked.get('code_challenge') ?? '';
    if (!isLoopback(redirect) || !/^[\w-]{43}$/u.test(challenge)) {
      return context.text('redirect_uri must be on this computer, code_challenge S256.', 400);
    }
    const person = portal.state.accounts.find(({ authType }) => authType === 'SAML');
    if (person === undefined) return context.text('Nobody signs in this way.', 404);
    const code = randomBytes(32).toString('base64url');
    if (portal.codes.size >= codesKept) portal.codes.clear();
    portal.codes.set(code, { accountId: person.id, challenge, until: portal.now() + lifetime });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return context.redirect(back.href, 302);
  });
}

/**
 * Trades a code for the account that it stands for. It is used up whether or not the verifier fits.
 * @returns the account's id, or null
 */
export function redeemCode(portal: Portal, code: string, verifier: string): number | null {
  const entry = portal.codes.get(code);
  portal.codes.delete(code);
  if (entry === undefined || portal.now() > entry.until) return null;
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return challenge === entry.challenge ? entry.accountId : null;
}
