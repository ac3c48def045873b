import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { devices, openPortal } from '../unit/main/demo-portal/portal-fixture.ts';
import type { PortalFixture } from '../unit/main/demo-portal/portal-fixture.ts';
import { gatewayError, proxyWantsPassword, sessionExpired, tooManyRequests } from './faults.ts';
import type { Fault } from './faults.ts';
import { readBody } from './forward.ts';
import { startSwitchboard } from './switchboard.ts';
import type { Switchboard } from './switchboard.ts';
import { startWitness } from './witness.ts';

let portal: PortalFixture;
let board: Switchboard;
let token: string;
beforeEach(async () => {
  portal = await openPortal();
  board = await startSwitchboard({ portal: portal.url });
  token = await portal.signIn('ines');
});
afterEach(async () => {
  await board.close();
  await portal.close();
});

const headers = (): Record<string, string> => ({ Authorization: `Bearer ${token}` });

const ask = (path = '/device', init: RequestInit = {}): Promise<Response> =>
  fetch(`${board.url}/api/v1/ssp${path}`, { redirect: 'manual', headers: headers(), ...init });

const lock = (signal: AbortSignal | null = null): Promise<Response> =>
  ask('/device/lock', {
    method: 'PUT',
    body: new URLSearchParams({ ids: String(devices.ipad) }),
    signal,
  });

async function isLockPending(): Promise<boolean> {
  const { result } = await portal.ask(`/device/${devices.ipad}`, { token });
  return JSON.stringify(result).includes('"state":"QUEUED"');
}

/** The answer as it is on the wire, not unpacked. */
async function raw(): Promise<{ response: IncomingMessage; body: Buffer }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const url = `${board.url}/api/v1/ssp/device`;
    get(url, { headers: headers() }, resolve).on('error', reject);
  });
  return { response, body: await readBody(response) };
}

describe('without a fault', () => {
  it('the portal is answered through, and speaks of itself by the switchboard’s address', async () => {
    const answer = await ask('/login/options');
    expect(await answer.json()).toMatchObject({
      errors: null,
      result: { branding: { logoUrl: `${board.url}/api/v1/ssp/branding/logo.png` } },
    });
    expect((await ask(`/branding/logo.png`)).headers.get('content-type')).toBe('image/png');
  });

  it('every request is counted under the name of its call, and nothing secret is kept', async () => {
    await ask();
    await ask(`/device/${devices.ipad}`);
    await lock();
    await lock();
    expect([board.count('devices'), board.count('device'), board.count('lock')]).toEqual([1, 1, 2]);
    expect(board.requests()[3]).toMatchObject({ method: 'PUT', authorized: true, fault: null });
    expect(JSON.stringify(board.requests())).not.toContain(token);
  });
});

describe('a fault', () => {
  it('happens to as many requests of its call as it was set for', async () => {
    board.fault(gatewayError(502), { call: 'devices', times: 2 });
    expect((await ask('/account')).status).toBe(200);
    const seen = [await ask(), await ask(), await ask()].map(({ status }) => status);
    expect(seen).toEqual([502, 502, 200]);
    expect(board.requests().map(({ fault }) => fault)).toEqual([null, 'answer', 'answer', null]);
    board.fault(gatewayError(500));
    board.clear();
    expect((await ask()).status).toBe(200);
  });

  it.each([
    ['seconds', '30'],
    ['a date', 'Sun, 22 Nov 2026 13:06:00 GMT'],
    ['a negative number', '-5'],
    ['ten years', '315360000'],
  ])('429 can say when to come back in %s', async (_, retryAfter) => {
    board.fault(tooManyRequests(retryAfter));
    const answer = await ask();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, retryAfter]);
  });

  it('can be a 429 that does not say when, or a 401', async () => {
    for (const [fault, status] of [
      [tooManyRequests(null), 429],
      [sessionExpired, 401],
    ] as const) {
      board.fault(fault);
      const answer = await ask();
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, null]);
    }
  });

  it('can be a proxy’s 407, which fetch does not show as an answer', async () => {
    board.fault(proxyWantsPassword, { times: 2 });
    const { response } = await raw();
    expect(response.statusCode).toBe(407);
    expect(response.headers['proxy-authenticate']).toContain('Basic');
    await expect(ask()).rejects.toThrow('fetch failed');
  });

  it.each(['before-status', 'mid-body'] as const)(
    'can lose the answer of a lock that the portal has carried out: %s',
    async (when) => {
      board.fault({ kind: 'reset', when }, { call: 'lock' });
      await expect(lock().then((answer) => answer.text())).rejects.toThrow(
        /fetch failed|terminated/u,
      );
      expect(await isLockPending()).toBe(true);
      expect(board.count('lock')).toBe(1);
    },
  );

  it('can cut a request off before the portal sees it', async () => {
    board.fault({ kind: 'reset', when: 'mid-upload' }, { call: 'lock' });
    await expect(lock()).rejects.toThrow('fetch failed');
    expect(await isLockPending()).toBe(false);
  });

  it('can reset the connection after a whole answer', async () => {
    board.fault({ kind: 'reset', when: 'after-body' });
    expect((await ask()).status).toBe(200);
  });

  it('can keep silent until the client gives up', async () => {
    board.fault({ kind: 'silence' });
    await expect(lock(AbortSignal.timeout(200))).rejects.toThrow('timeout');
    expect(await isLockPending()).toBe(false);
  });

  it('can have the answer come late, or byte by byte', async () => {
    board.fault({ kind: 'delay', ms: 150 });
    const before = performance.now();
    expect((await ask('/account')).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(140);
    board.fault({ kind: 'drip', everyMs: 1 });
    expect(await (await ask('/account')).json()).toMatchObject({ errors: null });
  });

  it('can be the address of another host, which sees whatever is sent there', async () => {
    const witness = await startWitness();
    board.fault({ kind: 'redirect', to: `${witness.url}/steal`, status: 307 });
    const answer = await ask();
    expect([answer.status, answer.headers.get('location')]).toEqual([307, `${witness.url}/steal`]);
    expect(witness.seen()).toEqual([]);
    await fetch(`${witness.url}/steal`, { method: 'POST', body: 'secret' });
    expect(witness.seen()).toMatchObject([{ method: 'POST', path: '/steal', body: 'secret' }]);
    await witness.close();
  });

  it('can be a portal that is down, and comes back at the same address', async () => {
    await board.down();
    await expect(ask()).rejects.toThrow('fetch failed');
    await board.up();
    expect((await ask()).status).toBe(200);
  });
});

describe('an answer that is not what it should be', () => {
  const read = async (fault: Fault): Promise<string> => {
    board.fault(fault);
    return (await ask('/account')).text();
  };

  it.each(['truncated', 'malformed', 'empty', 'wrong-charset'] as const)(
    'is %s',
    async (change) => {
      const text = await read({ kind: 'body', change });
      expect(() => JSON.parse(text) as unknown).toThrow('JSON');
    },
  );

  it('has a key twice', async () => {
    const text = await read({ kind: 'body', change: 'duplicated-key' });
    expect(text.match(/"result":/gu)).toHaveLength(2);
  });

  it('is changed as a test wants it', async () => {
    const text = await read({ kind: 'json', change: () => ({ errors: null, result: '<script>' }) });
    expect(text).toBe('{"errors":null,"result":"<script>"}');
  });

  it('is called text, or is a sign-in page', async () => {
    board.fault({ kind: 'content-type', type: 'text/plain' });
    expect((await ask()).headers.get('content-type')).toBe('text/plain');
    const page = await read({ kind: 'html-login' });
    expect(page).toContain('<form>');
  });

  it('has a clock of its own', async () => {
    board.fault({ kind: 'clock', skewMs: 86_400_000 });
    const date = Date.parse((await ask()).headers.get('date') ?? '');
    expect(Math.abs(date - Date.now() - 86_400_000)).toBeLessThan(60_000);
  });

  it('is huge, with its length told or not', async () => {
    for (const chunked of [false, true]) {
      board.fault({ kind: 'huge', bytes: 3_000_000, chunked });
      const { response, body } = await raw();
      expect(body.length).toBeGreaterThan(3_000_000);
      expect(response.headers['content-length'] === undefined).toBe(chunked);
    }
  });

  it('is a bomb: small on the wire, large when it is unpacked', async () => {
    board.fault({ kind: 'gzip-bomb', bytes: 20_000_000 });
    const { response, body } = await raw();
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(body.length).toBeLessThan(30_000);
    expect(gunzipSync(body).length).toBe(20_000_000);
  });

  it('is nested ten thousand deep', async () => {
    expect((await read({ kind: 'deep', levels: 10_000 })).match(/\[/gu)).toHaveLength(10_000);
  });
});
