import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal } from './portal-fixture.ts';
import type { PortalFixture } from './portal-fixture.ts';

let portal: PortalFixture;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

type Seen = { status: number; headers: NodeJS.Dict<string | string[]> };

/** Asks with headers that `fetch` would not let through. */
function ask(headers: Record<string, string>, method = 'GET'): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const url = `${portal.url}/api/v1/ssp/login/options`;
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Writes raw bytes to the socket. @returns what comes back until the server closes */
function write(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(portal.url).port), '127.0.0.1', () => socket.write(text));
    let seen = '';
    socket.setTimeout(15_000, () => reject(new Error('the server kept the socket')));
    socket.on('data', (bytes) => {
      seen += bytes.toString('latin1');
    });
    socket.on('close', () => resolve(seen));
    socket.on('error', () => resolve(seen));
  });
}

describe('the loopback server', () => {
  it('is bound to 127.0.0.1 and to nothing else', () => {
    expect(new URL(portal.url).hostname).toBe('127.0.0.1');
  });

  it('does not answer to a name that was rebound to this computer', async () => {
    const { port } = new URL(portal.url);
    for (const host of [`evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`]) {
      expect((await ask({ host })).status).toBe(421);
    }
    expect((await ask({ host: `localhost:${port}` })).status).toBe(200);
  });

  it('does not answer web pages, and never allows them in with a CORS header', async () => {
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask({ origin: 'null' })).status).toBe(403);
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const preflight = { origin: 'https://evil.example', 'access-control-request-method': 'PUT' };
    const seen = await ask(preflight, 'OPTIONS');
    expect(seen.status).toBe(403);
    for (const answer of [seen, await ask({})]) {
      const names = Object.keys(answer.headers);
      expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('sends answers that nobody caches, frames or sniffs', async () => {
    const { headers } = await ask({});
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('refuses a form that is larger than any form, and headers without end', async () => {
    const body = new URLSearchParams({ username: 'x'.repeat(100_000), password: 'x' });
    const response = await fetch(`${portal.url}/api/v1/ssp/login`, { method: 'POST', body });
    expect(response.status).toBe(413);
    const many = `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`;
    expect(await write(many)).toContain('431');
  });

  it('answers an upload that is far too large without taking it in', async () => {
    const whole = new FormData();
    whole.set('certificate', new Blob([new Uint8Array(20_000_000)]), 'x.p12');
    const token = await portal.signIn('ines');
    const sent = fetch(`${portal.url}/api/v1/ssp/certificate`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: whole,
    });
    expect((await sent).status).toBe(413);
  });

  it('hangs up on what is no HTTP', async () => {
    expect(await write('\u0016\u0003\u0001 hello\r\n\r\n')).toContain('400');
  });

  it('refuses forms in another content type', async () => {
    const answer = await portal.ask('/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
    });
    expect([answer.codes, answer.fields]).toEqual([['Pattern'], ['Content-Type']]);
  });

  it('has nothing at other addresses, and says so in its envelope', async () => {
    for (const path of ['/', '/api/v1/ssp', '/api/v1/device', '/../etc/passwd', '/__proto__']) {
      const response = await fetch(`${portal.url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({
        errors: { globalErrors: [{ code: 'NotFound' }] },
      });
    }
  });
});
