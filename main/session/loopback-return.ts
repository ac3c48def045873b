import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { systemWord } from '../system-words.ts';

type Awaited = {
  /** What the redirect has to bring along; anything else that comes is turned away. */
  state: string;
  signal: AbortSignal;
  /** Called with the address to come back to, `http://127.0.0.1:49152/return`, once it can be reached. */
  listening: (redirect: string) => Promise<void>;
};

const path = '/return';
const headers = {
  'Cache-Control': 'no-store',
  Connection: 'close',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
};

function isSame(one: string, other: string): boolean {
  const [mine, theirs] = [Buffer.from(one), Buffer.from(other)];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

function answer(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, headers);
  response.end(`<!doctype html><meta charset="utf-8"><title>Latchkey</title><p>${words}</p>`);
}

/** The query of the redirect, if this is the one that is waited for. */
function redirectQuery(request: IncomingMessage, own: string, state: string) {
  const url = URL.parse(request.url ?? '', `http://${own}`);
  const isOurs = request.method === 'GET' && request.headers.host === own && url?.pathname === path;
  if (!isOurs) return null;
  return isSame(url.searchParams.get('state') ?? '', state) ? url.searchParams : null;
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      resolve(`127.0.0.1:${port}`);
    });
  });
}

/**
 * Waits on a port of this computer for the browser to come back from an identity provider (RFC 8252 7.3).
 *
 * @returns the code that it brings; null when it comes back without one
 * @throws what the signal was aborted with, or what `listening` throws
 */
export async function awaitReturn({ state, signal, listening }: Awaited): Promise<string | null> {
  const { promise, resolve, reject } = Promise.withResolvers<string | null>();
  let own = '';
  const server = createServer((request, response) => {
    const query = redirectQuery(request, own, state);
    if (query === null) {
      answer(response, 404, systemWord('system.browser.not-this'));
      return;
    }
    const code = query.get('code');
    const isGood = code !== null && /^[\x21-\x7e]{1,2048}$/u.test(code);
    answer(response, 200, systemWord(isGood ? 'system.browser.done' : 'system.browser.refused'));
    response.once('finish', () => resolve(isGood ? code : null));
  });
  const stop = (): void => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    own = await listen(server);
    await listening(`http://${own}${path}`);
    return await promise;
  } finally {
    signal.removeEventListener('abort', stop);
    promise.catch(() => undefined);
    server.close();
    server.closeIdleConnections();
  }
}
