import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { describeCertificate } from '../portal/peer-certificate.ts';
import { readProxy } from '../portal/proxy.ts';
import type { ResolveProxy } from '../portal/proxy.ts';
import type { SelfCheckOptions } from './check.ts';

/** How long a handshake may take, ms. */
const limit = 8_000;

/** Ends as soon as the handshake does; Node has judged the certificate by then. */
function shakeHands(hostname: string, port: number): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const socket = connect({ host: hostname, port, servername: hostname }, () => resolve(socket));
  socket.setTimeout(limit, () => socket.destroy(new Error('no handshake')));
  socket.once('error', reject);
  return promise;
}

/**
 * Looks at the certificate of a portal by a handshake of its own, which sends nothing.
 *
 * @returns a function of an origin; null behind a proxy, where another handshake may show another certificate
 */
export function certificateLooker(
  resolveProxy: ResolveProxy,
): SelfCheckOptions['lookAtCertificate'] {
  return async (origin) => {
    if (readProxy(await resolveProxy(origin)) !== false) return null;
    const { hostname, port } = new URL(origin);
    const socket = await shakeHands(hostname, port === '' ? 443 : Number(port));
    try {
      const certificate = socket.getPeerX509Certificate();
      if (certificate === undefined) return null;
      const { issuer, validUntil } = describeCertificate(certificate);
      return { issuer, validUntil };
    } finally {
      socket.destroy();
    }
  };
}
