import { request } from 'node:https';
import type { SecureContextOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal } from '../unit/main/demo-portal/portal-fixture.ts';
import type { PortalFixture } from '../unit/main/demo-portal/portal-fixture.ts';
import { startSwitchboard } from './switchboard.ts';
import type { SwitchboardOptions } from './switchboard.ts';
import { createThrowawayCa } from './throwaway-ca.ts';
import type { ThrowawayCa } from './throwaway-ca.ts';

const day = 86_400_000;
const host = 'localhost';

let portal: PortalFixture;
let ca: ThrowawayCa;
beforeAll(async () => {
  portal = await openPortal();
  ca = createThrowawayCa();
});
afterAll(async () => {
  ca.remove();
  await portal.close();
});

type Tls = NonNullable<SwitchboardOptions['tls']>;

/** What a client that trusts the throw-away authority gets: a status, or the reason of the failed handshake. */
async function meet(tls: Tls, more: SecureContextOptions = { ca: ca.pem }): Promise<string> {
  const board = await startSwitchboard({ portal: portal.url, tls, host });
  try {
    return await new Promise((resolve) => {
      const sent = request(`${board.url}/api/v1/ssp/login/options`, { ...more, agent: false });
      sent.on('response', (response) => {
        response.resume();
        resolve(String(response.statusCode));
      });
      sent.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
      sent.end();
    });
  } finally {
    await board.close();
  }
}

describe('the portal behind TLS', () => {
  it('is reached by whoever trusts its authority, and by nobody else', async () => {
    const identity = ca.issue(host);
    expect(await meet(identity)).toBe('200');
    expect(await meet(identity, {})).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  it('can show a certificate that nobody vouches for', async () => {
    expect(await meet(ca.selfSigned(host))).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  it('can show one that has expired, and one that is not valid yet', async () => {
    const now = Date.now();
    const expired = ca.issue(host, new Date(now - 3 * day), new Date(now - day));
    const early = ca.issue(host, new Date(now + day), new Date(now + 3 * day));
    expect(await meet(expired)).toBe('CERT_HAS_EXPIRED');
    expect(await meet(early)).toBe('CERT_NOT_YET_VALID');
  });

  it('can show one for another host', async () => {
    expect(await meet(ca.issue('other.example'))).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('can speak TLS 1.0 alone', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL@SECLEVEL=0' } as const;
    const identity = { ...ca.issue(host), ...old };
    expect(await meet(identity)).toBe('EPROTO');
    expect(await meet(identity, { ca: ca.pem, ...old })).toBe('200');
  });
});
