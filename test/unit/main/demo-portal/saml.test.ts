import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loginOptions, signedIn } from '../../../../main/demo-portal/schema/session.ts';
import { minute, openPortal } from './portal-fixture.ts';
import type { PortalFixture } from './portal-fixture.ts';

let portal: PortalFixture;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

/** What the browser would do. @returns where it is sent */
async function browse(redirect: string, more: Record<string, string> = {}): Promise<Response> {
  const path = '/login/options?username=noor.haddad@haldenvoss.example';
  const { samlUrl } = loginOptions.parse((await portal.ask(path)).result);
  const query = new URLSearchParams({ redirect_uri: redirect, code_challenge: challenge, ...more });
  return fetch(`${samlUrl}?${query}`, { redirect: 'manual' });
}

async function code(): Promise<string> {
  const answer = await browse('http://127.0.0.1:9/back', { state: 'abc' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect([back.origin, back.searchParams.get('state')]).toEqual(['http://127.0.0.1:9', 'abc']);
  return back.searchParams.get('code') ?? '';
}

describe('signing in through the identity provider', () => {
  it('trades the code and its verifier for a session', async () => {
    const form = { code: await code(), codeVerifier: verifier };
    const { sessionToken } = signedIn.parse((await portal.ask('/login/saml', { form })).result);
    const account = await portal.ask('/account', { token: sessionToken });
    expect(account.result).toMatchObject({ displayName: 'Noor Haddad', accountSource: 'IDP' });
  });

  it('takes a code once, soon, and from whoever asked for it', async () => {
    const used = { code: await code(), codeVerifier: verifier };
    await portal.ask('/login/saml', { form: used });
    const foreign = { code: await code(), codeVerifier: 'x'.repeat(43) };
    const late = { code: await code(), codeVerifier: verifier };
    portal.pass(2 * minute);
    for (const form of [used, foreign, late]) {
      expect((await portal.ask('/login/saml', { form })).codes).toEqual(['BadCredentials']);
    }
  });

  it('sends codes to this computer only', async () => {
    for (const url of [
      'https://evil.example/back',
      'http://127.0.0.1.evil.example/',
      'app://portal',
    ]) {
      expect((await browse(url)).status).toBe(400);
    }
    expect((await browse('http://127.0.0.1:9/', { code_challenge: '' })).status).toBe(400);
  });
});
