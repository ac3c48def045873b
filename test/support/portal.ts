import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { startDemoPortal } from '../../main/demo-portal/start.ts';
import type { DemoPortal, DemoPortalOptions } from '../../main/demo-portal/start.ts';
import { inspectFile } from '../../main/pkcs12/inspect.ts';
import type { Secret } from './secrets.ts';

/** A demo portal in the test's own process, with what a test wants to know of it. */
export type TestPortal = DemoPortal & {
  /** The e-mail address of the account that signs in. */
  email: string;
  /** Every session token that a request has carried. */
  tokens: () => string[];
  /** The newest file that was uploaded, byte for byte; null when there is none. */
  newestFile: () => Uint8Array | null;
  /** `METHOD /path` of every request so far. */
  requests: () => string[];
};

/** What nobody may find anywhere once a test with this portal is over, as far as it has been used. */
export function secretsOf(portal: TestPortal): Secret[] {
  return [
    { name: 'the portal password', value: portal.password },
    ...portal.tokens().map((value) => ({ name: 'a session token', value })),
  ];
}

/** Ids that the demo portal gives to what is made while it runs. */
const uploadIds = Array.from({ length: 1000 }, (_, at) => 100_001 + at);

const started = z.object({ request: z.instanceof(IncomingMessage) });

/**
 * Starts a demo portal on loopback whose devices answer quickly. It hears what the app sends through Node's own
 * diagnostics, so that nothing stands between the two.
 */
export async function startPortal(options: Partial<DemoPortalOptions> = {}): Promise<TestPortal> {
  const demo = await startDemoPortal({
    ...options,
    speed: 20,
    inspect: (bytes, request) =>
      inspectFile(bytes, {
        ...request,
        accept: 'pkcs12',
        knownFingerprints: [],
        acceleration: true,
      }),
  });
  const host = new URL(demo.url).host;
  const tokens = new Set<string>();
  const requests: string[] = [];
  let isClosed = false;
  const hear = (message: unknown): void => {
    const { request } = started.parse(message);
    if (request.headers.host !== host) return;
    requests.push(`${request.method ?? ''} ${request.url?.split('?', 1)[0] ?? ''}`);
    const token = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) tokens.add(token);
  };
  subscribe('http.server.request.start', hear);
  return {
    ...demo,
    email: demo.username,
    tokens: () => [...tokens],
    newestFile: () =>
      uploadIds.map((id) => demo.storedFile(id)).findLast((file) => file !== null) ?? null,
    requests: () => requests,
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      unsubscribe('http.server.request.start', hear);
      await demo.close();
    },
  };
}
