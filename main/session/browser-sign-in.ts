import { createHash, randomBytes } from 'node:crypto';
import { failure } from '../failure.ts';
import { awaitReturn } from './loopback-return.ts';

/** What the browser has brought back. */
type BrowserReturn = { code: string; verifier: string };

/**
 * Sends the person to a page in their browser and waits until they come back with a code.
 *
 * @param page `https:` address, or plain HTTP on loopback
 * @throws Failure `cancelled` when the signal fires, `timeout` when nobody comes back, `refused` (`BrowserRefused`) when
 *   the page sends them back without a code
 */
export type AskBrowser = (page: string, signal: AbortSignal) => Promise<BrowserReturn>;

/** Long enough to find a second factor, ms. */
const limit = 5 * 60_000;

const secret = (): string => randomBytes(32).toString('base64url');

/**
 * The way to the identity provider and back that RFC 8252 7.3 describes for apps: the system's browser, a redirect to
 * a port of this computer that is open only meanwhile, and PKCE (RFC 7636), so that a code is of use to nobody else.
 *
 * @param openBrowser opens an address in the system's browser
 */
export function createBrowserSignIn(openBrowser: (url: string) => Promise<void>): AskBrowser {
  return async (page, signal) => {
    const state = secret();
    const verifier = secret();
    const back = await awaitReturn({
      state,
      signal: AbortSignal.any([signal, AbortSignal.timeout(limit)]),
      listening: async (redirect) => {
        const url = new URL(page);
        url.searchParams.set('redirect_uri', redirect);
        url.searchParams.set('state', state);
        const challenge = createHash('sha256').update(verifier).digest('base64url');
        url.searchParams.set('code_challenge', challenge);
        url.searchParams.set('code_challenge_method', 'S256');
        await openBrowser(url.href);
      },
    }).catch((cause: unknown) => {
      if (signal.aborted) throw failure('cancelled');
      throw cause;
    });
    if (back === null) throw failure('refused', { reason: 'BrowserRefused' });
    return { code: back, verifier };
  };
}
