import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../../main/portal/http.ts';
import type { Http, HttpRequest } from '../../../../main/portal/http.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { sendJson, startRawServer } from '../../../support/raw-server.ts';
import type { RawServer, Respond } from '../../../support/raw-server.ts';
import { patience } from '../../../support/patience.ts';

const servers: RawServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(respond: Respond): Promise<RawServer> {
  const server = await startRawServer(respond);
  servers.push(server);
  return server;
}

const direct = (): Promise<string> => Promise.resolve('DIRECT');
const http = (idleLimit = 5_000): Http =>
  createHttp({
    resolveProxy: direct,
    userAgent: 'Latchkey/test',
    trustSystem: () => undefined,
    idleLimit,
  });

const get = (origin: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  origin,
  path: '/api/v1/ssp/device',
  ...more,
});

describe('a request', () => {
  it('carries the token, the query and the key against doing it twice', async () => {
    const server = await serve((_request, response) => sendJson(response, 1));
    await http()(
      get(server.origin, { token: 't0ken', query: { q: 'a b&c' }, idempotencyKey: 'k' }),
    );
    const [request] = server.requests;
    expect(request?.path).toBe('/api/v1/ssp/device?q=a+b%26c');
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer t0ken',
      'idempotency-key': 'k',
      accept: 'application/json',
      'user-agent': 'Latchkey/test',
    });
    expect(request?.headers.cookie).toBeUndefined();
  });

  it('never leaves the origin, whatever stands in the path', async () => {
    const server = await serve((_request, response) => sendJson(response, 1));
    for (const path of ['//evil.example/x', 'https://evil.example/', '/\\evil.example/']) {
      const error = await rejectionOf(http()(get(server.origin, { path, token: 't0ken' })));
      expect(error).toEqual({ code: 'invalid-input', field: 'path' });
    }
    expect(server.requests).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])(
    'does not follow a redirect (%i): the token goes nowhere',
    async (status) => {
      const other = await serve((_request, response) => sendJson(response, 1));
      const server = await serve((_request, response) => {
        response.writeHead(status, { Location: `${other.origin}/steal` });
        response.end();
      });
      const answer = await http()(get(server.origin, { token: 't0ken' }));
      expect(answer.status).toBe(status);
      expect(answer.header('location')).toBe(`${other.origin}/steal`);
      expect(other.requests).toEqual([]);
    },
  );

  it('has any status for an answer', async () => {
    const server = await serve((_request, response) => sendJson(response, 1, 503));
    expect((await http()(get(server.origin))).status).toBe(503);
  });
});

describe('a server', () => {
  it('that drips bytes without an end is given up at the deadline', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const error = await rejectionOf(http()(get(server.origin, { deadline: 300 })));
    expect(error).toEqual({ code: 'timeout' });
  });

  it('that says nothing is given up after the idle limit', async () => {
    const server = await serve(() => undefined);
    expect(await rejectionOf(http(200)(get(server.origin)))).toEqual({ code: 'timeout' });
  });

  it('that hangs up is out of reach, and one that is not there was never sent anything', async () => {
    const server = await serve((request) => request.socket.destroy());
    expect(await rejectionOf(http()(get(server.origin)))).toEqual({ code: 'portal-unreachable' });
    await server.close();
    expect(await rejectionOf(http()(get(server.origin)))).toEqual({
      code: 'portal-unreachable',
      reason: 'not-connected',
    });
  });

  it('whose name nobody knows means that there is no network', async () => {
    const error = await rejectionOf(http()(get('https://portal.invalid')));
    expect(error).toEqual({ code: 'offline' });
  });

  it('that hangs up in the middle of its answer is out of reach', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
      response.write('{"errors":null,');
      setTimeout(() => request.socket.destroy(), 20);
    });
    const error = await rejectionOf(http()(get(server.origin)));
    expect(['portal-unreachable', 'invalid-response']).toContain(error.code);
  });

  it.each([
    ['announces', { 'Content-Length': '20000000' }],
    ['sends', {}],
  ])('that %s 20 MB is cut off', async (_what, headers) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
      response.on('error', () => undefined);
      response.end(Buffer.alloc(20_000_000, 0x20));
    });
    const error = await rejectionOf(http()(get(server.origin)));
    expect(error).toEqual({ code: 'too-large', reason: 'answer' });
  });

  it('that sends a compression bomb is cut off', async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000, 0x20));
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
      response.end(bomb);
    });
    const error = await rejectionOf(http()(get(server.origin)));
    expect(error).toEqual({ code: 'too-large', reason: 'answer' });
  });

  it('that does not speak HTTP is not understood', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('220 mail.example ESMTP\r\n');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const error = await rejectionOf(http()(get(`http://127.0.0.1:${port}`)));
    server.close();
    expect(error).toEqual({ code: 'invalid-response' });
  });
});

describe('an upload', () => {
  const form = (size: number): FormData => {
    const body = new FormData();
    body.set('typeId', '7');
    body.set('certificate', new Blob([new Uint8Array(size)]), 'a.p12');
    return body;
  };

  it('tells how far it is, up to the last byte', async () => {
    let received = 0;
    const server = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => {
        received += chunk.length;
      });
      request.on('end', () => sendJson(response, 1));
    });
    const seen: [number, number][] = [];
    await http()(
      get(server.origin, {
        method: 'POST',
        body: form(1_000_000),
        onSent: (sent, total) => seen.push([sent, total]),
      }),
    );
    expect(seen.at(-1)).toEqual([received, received]);
    expect(seen.map(([sent]) => sent)).toEqual(seen.map(([sent]) => sent).sort((a, b) => a - b));
    expect(server.requests[0]?.headers['content-type']).toMatch(
      /^multipart\/form-data; boundary=/u,
    );
    expect(server.requests[0]?.headers['content-length']).toBe(String(received));
  });

  it('reports what the network took and not what was copied in memory', async () => {
    // The server does not read: the sockets' buffers fill up and the rest stays unsent.
    const server = await serve((request) => request.pause());
    const controller = new AbortController();
    let most = 0;
    let total = 0;
    const sending = rejectionOf(
      http()(
        get(server.origin, {
          method: 'POST',
          body: form(2_000_000),
          signal: controller.signal,
          onSent: (sent, of) => {
            most = sent;
            total = of;
          },
        }),
      ),
    );
    setTimeout(() => controller.abort(), 700);
    expect(await sending).toEqual({ code: 'cancelled' });
    expect(total).toBeGreaterThan(2_000_000);
    expect(most).toBeGreaterThan(0);
  });

  it('that is cancelled hangs up', async () => {
    let isOpen = true;
    const server = await serve((request, response) => {
      request.resume();
      response.on('close', () => {
        isOpen = false;
      });
    });
    const controller = new AbortController();
    const sending = rejectionOf(
      http()(
        get(server.origin, { method: 'POST', body: form(1_000_000), signal: controller.signal }),
      ),
    );
    setTimeout(() => controller.abort(), 100);
    expect(await sending).toEqual({ code: 'cancelled' });
    await expect.poll(() => isOpen, patience).toBe(false);
  });

  it('over the limit does not leave', async () => {
    const server = await serve((_request, response) => sendJson(response, 1));
    const error = await rejectionOf(
      http()(get(server.origin, { method: 'POST', body: form(3_000_000) })),
    );
    expect(error).toEqual({ code: 'too-large', reason: 'request' });
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });
});
