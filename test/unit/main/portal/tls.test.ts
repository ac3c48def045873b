import { execFile } from 'node:child_process';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../../../main/portal/http.ts';
import type { HttpAnswer } from '../../../../main/portal/http.ts';
import { trustSystemAuthorities } from '../../../../main/portal/trust.ts';
import { createThrowawayCa } from '../../../portal/throwaway-ca.ts';
import type { ThrowawayCa } from '../../../portal/throwaway-ca.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { startProxy } from '../../../support/proxy.ts';
import { sendJson, startRawServer } from '../../../support/raw-server.ts';
import type { RawServer } from '../../../support/raw-server.ts';

type Identity = ReturnType<ThrowawayCa['issue']>;

const day = 86_400_000;
const run = promisify(execFile);
const child = fileURLToPath(new URL('../../../support/https-child.ts', import.meta.url));

let company: ThrowawayCa;
const servers: RawServer[] = [];
const trustedBefore = tls.getCACertificates('default');
beforeAll(() => {
  company = createThrowawayCa();
});
afterAll(() => {
  company.remove();
  tls.setDefaultCACertificates(trustedBefore);
});
afterEach(async () => {
  tls.setDefaultCACertificates(trustedBefore);
  for (const server of servers.splice(0)) await server.close();
});

async function serve(certificate: Identity): Promise<RawServer> {
  const server = await startRawServer(
    (_request, response) => sendJson(response, { authType: 'PASSWORD' }),
    certificate,
  );
  servers.push(server);
  return server;
}

function trustCompany(): void {
  const store = {
    getCACertificates: (kind?: string) => (kind === 'system' ? [company.pem] : trustedBefore),
    setDefaultCACertificates: tls.setDefaultCACertificates,
  };
  expect(trustSystemAuthorities(store, process.platform)).toBe('applied');
}

function get(origin: string, proxy = 'DIRECT'): Promise<HttpAnswer> {
  const trustSystem = (): void => undefined;
  const http = createHttp({
    resolveProxy: () => Promise.resolve(proxy),
    userAgent: 'test',
    trustSystem,
  });
  return http({ method: 'GET', origin, path: '/api/v1/ssp/login/options', token: 't0ken' });
}

describe('a company with an authority of its own', () => {
  it.runIf(process.platform === 'linux')(
    'works when the operating system trusts it, and only then',
    async () => {
      const server = await serve(company.issue('localhost'));
      const env = { ...process.env, SSL_CERT_FILE: company.file };
      const ask = async (trust: string): Promise<unknown> => {
        const { stdout } = await run(process.execPath, [child, server.origin, trust], { env });
        return JSON.parse(stdout);
      };
      expect(await ask('system')).toMatchObject({
        applied: 'applied',
        answer: { signIn: 'password' },
      });
      expect(await ask('none')).toMatchObject({
        answer: { code: 'tls-untrusted', host: new URL(server.origin).host },
      });
    },
  );

  it('is reached through the proxy that the system names', async () => {
    trustCompany();
    const server = await serve(company.issue('portal.acme.example'));
    const proxy = await startProxy(server.port);
    const answer = await get('https://portal.acme.example', `PROXY 127.0.0.1:${proxy.port}`);
    await proxy.close();
    expect(answer.status).toBe(200);
    expect(proxy.tunnels).toEqual(['portal.acme.example:443']);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer t0ken');
  });

  it('whose proxy wants a password is said to do so, and the token stays here', async () => {
    const server = await serve(company.issue('portal.acme.example'));
    const proxy = await startProxy(server.port, 407);
    const http = get('https://portal.acme.example', `PROXY 127.0.0.1:${proxy.port}`);
    const outcome = await http.then(
      (answer) => answer.status,
      (cause: unknown) => cause,
    );
    await proxy.close();
    expect(outcome).toBe(407);
    expect(server.requests).toEqual([]);
  });

  it('has no say over this computer itself', async () => {
    trustCompany();
    const server = await serve(company.issue('localhost'));
    expect((await get(server.origin, 'PROXY 127.0.0.1:1')).status).toBe(200);
  });
});

describe('a connection that is not private', () => {
  it.each([
    [
      'of an authority that nobody knows',
      'tls-untrusted',
      (): Identity => company.issue('localhost'),
      false,
    ],
    ['for another host', 'tls-untrusted', (): Identity => company.issue('other.example'), true],
    [
      'that has expired',
      'tls-untrusted',
      (): Identity =>
        company.issue('localhost', new Date(Date.now() - 9 * day), new Date(Date.now() - day)),
      true,
    ],
    [
      'from the future',
      'clock-skew',
      (): Identity =>
        company.issue('localhost', new Date(Date.now() + 2 * day), new Date(Date.now() + 9 * day)),
      true,
    ],
  ] as const)(
    'with a certificate %s is refused, and the host is named',
    async (_what, code, certificate, isTrusted) => {
      if (isTrusted) trustCompany();
      const server = await serve(certificate());
      const error = await rejectionOf(get(server.origin));
      expect(error).toMatchObject({ code, host: new URL(server.origin).host });
      expect(server.requests).toEqual([]);
    },
  );
});
