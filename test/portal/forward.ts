import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Wire } from './faults.ts';

/** Reads a request's body to its end. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    if (chunk instanceof Buffer) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// Belong to one connection; the next one has its own (RFC 9110 7.6.1).
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/**
 * Hands a request on to the demo portal.
 * @param publicOrigin takes the place of the portal's own address in its answers
 */
export async function forward(
  portal: string,
  incoming: IncomingMessage,
  body: Buffer,
  publicOrigin: string,
): Promise<Wire> {
  const { host } = new URL(portal);
  const headers = { ...incoming.headers, host, 'content-length': String(body.length) };
  const target = new URL(incoming.url ?? '/', portal);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(target, { method: incoming.method ?? 'GET', headers }, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
  const whole = await readBody(response);
  const kept = Object.entries(response.headersDistinct).filter(([name]) => !hopByHop.has(name));
  const isJson = response.headers['content-type']?.includes('json') === true;
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(kept.map(([name, values]) => [name, values ?? []])),
    body: isJson ? Buffer.from(whole.toString('utf8').replaceAll(portal, publicOrigin)) : whole,
  };
}
