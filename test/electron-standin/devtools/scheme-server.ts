import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { mapPolicy, schemes, toAppUrl, toChromiumUrl } from '../core/addresses.ts';
import { trace } from '../core/trace.ts';

const NOT_THE_PAGES = new Set(['host', 'connection', 'upgrade-insecure-requests']);

function requestHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    if (NOT_THE_PAGES.has(name)) continue;
    for (const value of values ?? [])
      headers.append(name, name === 'referer' ? toAppUrl(value) : value);
  }
  return headers;
}

function responseHeaders(response: Response): Headers {
  const headers = new Headers();
  for (const [name, value] of response.headers) {
    if (name === 'content-security-policy') headers.append(name, mapPolicy(value));
    else headers.append(name, name === 'location' ? toChromiumUrl(value) : value);
  }
  // Electron's handlers are asked again at every load
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  return headers;
}

async function bodyOf(
  incoming: IncomingMessage,
  method: string,
): Promise<Buffer<ArrayBuffer> | null> {
  if (method === 'GET' || method === 'HEAD') return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* chunksOf(body: Response['body']): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { headers, method = 'GET', url = '/' } = incoming;
  const appUrl = toAppUrl(`http://${headers.host ?? ''}${url}`);
  const handler = schemes.get(appUrl.split(':')[0] ?? '')?.handler;
  // Chromium asks for an icon of its own accord, Electron does not
  if (handler === undefined || url === '/favicon.ico') {
    outgoing.writeHead(handler === undefined ? 404 : 204).end();
    return;
  }
  const response = await handler(
    new Request(appUrl, {
      method,
      headers: requestHeaders(incoming),
      body: await bodyOf(incoming, method),
    }),
  );
  if (response.type === 'error') throw new Error('the handler answered with Response.error()');
  outgoing.writeHead(response.status, Object.fromEntries(responseHeaders(response)));
  await pipeline(chunksOf(response.body), outgoing);
}

/**
 * Serves on loopback what the app's protocol handlers answer, to Chromium only. Resolves with the port.
 * The server does not keep the process alive.
 */
export function startSchemeServer(): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      trace('a protocol handler failed', error);
      outgoing.destroy();
    });
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}
