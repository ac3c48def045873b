import type { Net } from 'electron';
import { readFile } from 'node:fs/promises';
import { schemes } from '../core/addresses.ts';
import { guarded } from '../core/guard.ts';

type NetApi = Pick<Net, 'fetch' | 'isOnline' | 'online'>;
type Init = RequestInit & { bypassCustomProtocolHandlers?: boolean };

/** `net.fetch`: the app's own schemes, files, and everything else by Node's fetch. */
export async function standinFetch(input: string | Request, init: Init = {}): Promise<Response> {
  const url = typeof input === 'string' ? input : input.url;
  const handler = schemes.get(url.split(':')[0] ?? '')?.handler;
  if (handler !== undefined && init.bypassCustomProtocolHandlers !== true) {
    return handler(new Request(input, init));
  }
  if (!url.startsWith('file:')) return fetch(input, init);
  try {
    return new Response(await readFile(new URL(url)));
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  }
}

/** `net`. */
export const net: NetApi = guarded('net', {
  fetch: standinFetch,
  isOnline: () => true,
  online: true,
});
